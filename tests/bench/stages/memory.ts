// Memory of the whole index with its vectors and the encoder: the parts as the other stages measured them.
import type { Bench } from '../measuring/bench';
import { row, sizeName, type Row } from '../measuring/row';

/** For every size that both were measured at. */
export async function memory({ sizes, found }: Bench): Promise<Row[]> {
  return sizes.flatMap((claims) => {
    const size = sizeName(claims);
    const parts = [`lexical bytes at ${size}`, `vector bytes at ${size}`, 'encoder bytes'].map((name) => found.get(name));
    if (parts.includes(undefined)) return [];
    const bytes = (parts as number[]).reduce((sum, part) => sum + part, 0);
    return [row(`memory with vectors and encoder at ${size}`, bytes / 1e6, 'MB', 1, 'Node: index, vectors and the encoder’s memory, each after collecting')];
  });
}
