// Draws a ledger with uPlot: scales, grid and days are uPlot's; shapes, bars and open ends are drawn here. Loaded only when a plot is
// shown. Colours come from the page's custom properties, anew when the reader's scheme changes. Reaches no network.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { locale } from '../../lib/i18n';
import type { LedgerEntry } from '../../lib/messages';
import { plotted, scalesOf, type Plotted } from './plotted';
import type { Shape } from './shapes';

/** Of the shapes, CSS pixels from the middle. */
const RADIUS = 5;
/** Shapes of one day stand so far apart. */
const APART = 14;
/** A click this near a shape means it. */
const REACH = 16;
const HEIGHT = 240;
const DAY = 86_400;

interface Options {
  entries: readonly LedgerEntry[];
  shapes: ReadonlyMap<string | null, Shape>;
  /** How a value is written on the axis. */
  words: (value: number) => string;
  onStatement: (id: string) => void;
}

/** Draws into `place`, as wide as that is. Returns the undo. */
export function drawLedger(place: HTMLElement, { entries, shapes, words, onStatement }: Options): () => void {
  const points = plotted(entries);
  const { x, y, tens } = scalesOf(points);
  const outlines = new Map([...shapes].map(([speaker, { path }]) => [speaker, new Path2D(path)]));
  let colours = coloursOf(place);
  // Over more than a year a day alone could be any year's.
  const years = x[1] - x[0] > 365 * DAY;
  const dayWords = new Intl.DateTimeFormat(locale(), { ...(years ? { year: 'numeric' } : { day: 'numeric' }), month: 'short', timeZone: 'UTC' });
  const axis = { stroke: () => colours.muted, grid: { stroke: () => colours.line, width: 1 }, ticks: { stroke: () => colours.line, width: 1 }, font: '12px system-ui, sans-serif' };
  const plot = new uPlot(
    {
      width: Math.max(place.clientWidth, 200),
      height: HEIGHT,
      legend: { show: false },
      cursor: { show: false },
      tzDate: (at) => uPlot.tzDate(new Date(at * 1000), 'Etc/UTC'),
      scales: { x: { time: true, range: x }, y: { distr: tens ? 3 : 1, range: y } },
      series: [{}, { show: true, paths: () => null, points: { show: false } }],
      axes: [
        { ...axis, space: 64, incrs: [1, 2, 5, 7, 14, 30, 60, 120, 365, 730, 1825].map((days) => days * DAY), values: (_, at) => at.map((second) => dayWords.format(second * 1000)) },
        { ...axis, size: 64, values: (_, values) => values.map((value) => (value === null ? '' : words(value))) },
      ],
      hooks: { draw: [(self) => points.forEach((point) => drawPoint(self, point, outlines.get(point.entry.speaker)!, colours))] },
    },
    [points.map(({ at }) => at), points.map(({ value }) => value)],
    place,
  );
  const redraw = () => {
    colours = coloursOf(place);
    plot.redraw(false);
  };
  const schemes = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => matchMedia(query));
  for (const scheme of schemes) scheme.addEventListener('change', redraw);
  const resized = new ResizeObserver(() => plot.setSize({ width: Math.max(place.clientWidth, 200), height: HEIGHT }));
  resized.observe(place);
  const nearest = (event: MouseEvent): Plotted | undefined => {
    const box = plot.over.getBoundingClientRect();
    const far = (point: Plotted) => Math.hypot(plot.valToPos(point.at, 'x') + point.aside * APART - (event.clientX - box.left), plot.valToPos(point.value, 'y') - (event.clientY - box.top));
    return points.filter((point) => far(point) <= REACH).sort((a, b) => far(a) - far(b))[0];
  };
  plot.over.addEventListener('click', (event) => {
    const point = nearest(event);
    if (point) onStatement(point.entry.statement);
  });
  plot.over.addEventListener('pointermove', (event) => (plot.over.style.cursor = nearest(event) ? 'pointer' : ''));
  return () => {
    resized.disconnect();
    for (const scheme of schemes) scheme.removeEventListener('change', redraw);
    plot.destroy();
  };
}

type Colours = Record<'ink' | 'muted' | 'line' | 'surface' | 'accent', string>;

function coloursOf(place: HTMLElement): Colours {
  if (matchMedia('(forced-colors: active)').matches) return { ink: 'CanvasText', muted: 'CanvasText', line: 'GrayText', surface: 'Canvas', accent: 'CanvasText' };
  const style = getComputedStyle(place);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim() || 'gray';
  return { ink: colour('ink'), muted: colour('muted'), line: colour('line'), surface: colour('surface'), accent: colour('accent') };
}

function drawPoint(plot: uPlot, { entry, at, value, low, high, aside }: Plotted, outline: Path2D, colours: Colours): void {
  const { ctx, bbox } = plot;
  const scale = uPlot.pxRatio;
  const across = plot.valToPos(at, 'x', true) + aside * APART * scale;
  const up = (one: number) => plot.valToPos(one, 'y', true);
  const [top, bottom] = [high === null ? bbox.top : up(high), low === null ? bbox.top + bbox.height : up(low)];
  ctx.save();
  ctx.strokeStyle = entry.speaker === null ? colours.muted : colours.accent;
  ctx.lineWidth = 2 * scale;
  if (top !== bottom) {
    ctx.beginPath();
    // A bound runs on to the edge, dashed: how far is not said.
    if (high === null || low === null) ctx.setLineDash([4 * scale, 3 * scale]);
    ctx.moveTo(across, bottom);
    ctx.lineTo(across, top);
    ctx.stroke();
    ctx.setLineDash([]);
    for (const end of [high === null ? null : top, low === null ? null : bottom]) {
      if (end === null) continue;
      ctx.beginPath();
      ctx.moveTo(across - 5 * scale, end);
      ctx.lineTo(across + 5 * scale, end);
      ctx.stroke();
    }
  }
  ctx.translate(across, up(value));
  ctx.scale(RADIUS * scale, RADIUS * scale);
  ctx.lineWidth = 2 / RADIUS;
  ctx.fillStyle = entry.approximate ? colours.surface : ctx.strokeStyle;
  ctx.fill(outline);
  ctx.stroke(outline);
  ctx.restore();
}
