// Who says a figure → the shape that stands for them, the same in plot and table. Drawn as paths in a box of −1 to 1, so that canvas and
// SVG use one drawing.

/** A shape by the commands of its outline; all are closed. */
export interface Shape {
  name: string;
  path: string;
}

const SHAPES: readonly Shape[] = [
  { name: 'circle', path: 'M1 0A1 1 0 1 1 -1 0A1 1 0 1 1 1 0Z' },
  { name: 'square', path: 'M-.9-.9H.9V.9H-.9Z' },
  { name: 'triangle', path: 'M0-1.1L1.1.9H-1.1Z' },
  { name: 'diamond', path: 'M0-1.25L1.25 0L0 1.25L-1.25 0Z' },
  { name: 'wedge', path: 'M0 1.1L1.1-.9H-1.1Z' },
  { name: 'cross', path: 'M-.4-1.1H.4V-.4H1.1V.4H.4V1.1H-.4V.4H-1.1V-.4H-.4Z' },
  { name: 'hexagon', path: 'M-.6-1H.6L1.15 0L.6 1H-.6L-1.15 0Z' },
];

/** What nobody named says: a flat bar, unlike every speaker's shape. */
const NOBODY: Shape = { name: 'bar', path: 'M-1.1-.35H1.1V.35H-1.1Z' };

/** One shape for each speaker, in the order given; more speakers than shapes begin again, and the table still names each. */
export function shapesOf(speakers: readonly (string | null)[]): Map<string | null, Shape> {
  const shapes = new Map<string | null, Shape>([[null, NOBODY]]);
  for (const speaker of speakers) if (!shapes.has(speaker)) shapes.set(speaker, SHAPES[(shapes.size - 1) % SHAPES.length]!);
  return shapes;
}
