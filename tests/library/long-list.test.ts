// A list that is longer than what is asked for at once, on a screen that shows more than that.
import { expect, it } from 'vitest';
import { Articles } from '../../entrypoints/library/articles';
import { PAGE } from '../../entrypoints/library/listing';
import { Notices } from '../../entrypoints/library/notices';
import { World } from '../components/library/world';

it('knows every line in sight again after a search that finds as many', async () => {
  const world = new World();
  const [row] = world.rows;
  world.rows = Array.from({ length: PAGE * 4 }, (_, at) => ({ ...row!, id: `article-${at}`, title: `Ferry ${at}` }));
  const articles = new Articles(world, new Notices());
  const known = (): number[] => {
    const view = articles.view.value;
    return view.kind === 'there' ? Array.from({ length: view.value.lines }, (_, at) => at).filter((at) => view.value.line(at) !== null) : [];
  };
  const first = PAGE + 2;
  await articles.open({});
  expect(known()).toEqual(Array.from({ length: PAGE }, (_, at) => at));
  await articles.want(0, first);
  expect(known().length).toBeGreaterThanOrEqual(first);
  await articles.open({ text: 'ferry' });
  expect(known().length).toBeGreaterThanOrEqual(first);
});
