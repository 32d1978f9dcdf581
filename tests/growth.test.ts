// The measure of growth tells work in proportion from work in the square, and asks no more of the machine than it must.
import { expect, it } from 'vitest';
import { growthOf } from './growth';

/** Keeps the processor busy for so many steps. */
function work(steps: number): number {
  let sum = 1;
  for (let step = 0; step < steps; step++) sum = (sum * 48_271) % 2_147_483_647;
  return sum;
}
const GATE = { below: 10, floor: 0.5 };

it('lets work in proportion pass', async () => {
  expect(await growthOf(() => work(2e5), () => work(8e5), GATE)).toBeLessThan(10);
});

it('does not let a square pass', async () => {
  expect(await growthOf(() => work(2e5), () => work(32e5), { ...GATE, tries: 2 })).toBeGreaterThanOrEqual(10);
});

it('waits for work that is asynchronous', async () => {
  // A square is tried as often as may be: once is enough to see that it is waited for.
  const later = (steps: number) => async () => {
    await Promise.resolve();
    work(steps);
  };
  expect(await growthOf(later(2e5), later(32e5), { ...GATE, tries: 1 })).toBeGreaterThanOrEqual(10);
});

it('does not count what costs less than its floor, and stops when it has seen enough', async () => {
  let runs = 0;
  const counted = (steps: number) => () => {
    runs++;
    work(steps);
  };
  expect(await growthOf(counted(10), counted(1e5), { below: 10, floor: 5 })).toBeLessThan(10);
  expect(runs).toBe(6);
  runs = 0;
  await growthOf(counted(2e5), counted(32e5), { below: 10, floor: 0.5, tries: 2 });
  expect(runs).toBe(16);
});
