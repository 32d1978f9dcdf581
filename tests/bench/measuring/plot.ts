// Lines of cost against corpus size go in; a small SVG comes out, both axes logarithmic, light or dark as its reader has it. Knows
// nothing of what is measured.

export interface Line {
  name: string;
  /** Claims, and the cost at that size. */
  points: { claims: number; cost: number }[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [720, 400, 70, 150, 40, 50];
/** Told apart by colour and by dash. */
const LOOKS = [
  { colour: '#b3261e', dash: '' },
  { colour: '#1f6feb', dash: '6 3' },
  { colour: '#2e7d32', dash: '2 3' },
  { colour: '#8e6c00', dash: '8 3 2 3' },
  { colour: '#7b3fa0', dash: '1 4' },
];

/** The plot; '' where no line has two points. */
export function plot(title: string, unit: string, all: Line[]): string {
  const lines = all.filter(({ points }) => points.length > 1);
  const points = lines.flatMap((line) => line.points);
  if (points.length === 0) return '';
  const x = scale(points.map(({ claims }) => claims), LEFT, WIDTH - RIGHT);
  const y = scale(points.map(({ cost }) => cost), HEIGHT - BOTTOM, TOP);
  const drawn = lines.map(({ name, points: own }, i) => {
    const { colour, dash } = LOOKS[i % LOOKS.length]!;
    const path = own.map(({ claims, cost }) => `${x.at(claims).toFixed(1)},${y.at(cost).toFixed(1)}`).join(' ');
    const last = own.at(-1)!;
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>
<text x="${(x.at(last.claims) + 6).toFixed(1)}" y="${(y.at(last.cost) + 4).toFixed(1)}" fill="${colour}">${escaped(name)}</text>`;
  });
  const columns = x.ticks.map((tick) => `<line x1="${x.at(tick)}" x2="${x.at(tick)}" y1="${TOP}" y2="${HEIGHT - BOTTOM}" class="grid"/><text x="${x.at(tick)}" y="${HEIGHT - BOTTOM + 18}" text-anchor="middle" class="word">${written(tick)}</text>`);
  const rows = y.ticks.map((tick) => `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y.at(tick)}" y2="${y.at(tick)}" class="grid"/><text x="${LEFT - 8}" y="${y.at(tick) + 4}" text-anchor="end" class="word">${written(tick)}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escaped(title)}" font-family="sans-serif" font-size="12">
<style>.grid{stroke:#8884}.word{fill:#555}.ground{fill:#fff}@media (prefers-color-scheme:dark){.word{fill:#bbb}.ground{fill:#16181c}}</style>
<rect width="${WIDTH}" height="${HEIGHT}" class="ground"/>
<text x="${LEFT}" y="22" class="word" font-size="14">${escaped(title)}</text>
${columns.join('\n')}
${rows.join('\n')}
<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 12}" text-anchor="middle" class="word">claims in the corpus</text>
<text x="16" y="${HEIGHT / 2}" text-anchor="middle" transform="rotate(-90 16 ${HEIGHT / 2})" class="word">${escaped(unit)}</text>
${drawn.join('\n')}
</svg>
`;
}

/** A logarithmic scale that reaches from the power of ten below the least value to that above the largest. */
function scale(values: number[], from: number, to: number): { at: (value: number) => number; ticks: number[] } {
  const [least, most] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  const range = Math.max(1, most - least);
  const at = (value: number): number => from + ((Math.log10(value) - least) / range) * (to - from);
  return { at, ticks: Array.from({ length: range + 1 }, (_, i) => 10 ** (least + i)) };
}

function written(tick: number): string {
  if (tick >= 1_000_000) return `${tick / 1_000_000}M`;
  return tick >= 1_000 ? `${tick / 1_000}k` : String(Number(tick.toPrecision(3)));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
}
