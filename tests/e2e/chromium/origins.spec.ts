// Articles that print one text are one origin: three copies are saved, a fourth article is read, and card, popup and export say
// how few sources there are. An article in words of its own, saved after them, is an origin of its own.
import { claimsIn } from '../annotation-schema';
import { Card } from '../pages/card';
import { serveMadeUp } from '../pages/made-up-news';
import { clickWords } from '../pages/news-page';
import { Popup } from '../pages/popup';
import { bare, isUnderlined } from '../pages/underlines';
import type { ReaderBrowser } from './reader-browser';
import { expect, test } from './test';

const WIRE = 'A landslide at the Orle copper mine in Slovenia killed 43 miners on Monday after three days of heavy rain, the mine’s operator said.';
const GRIEF = 'Families waited at the gates through the night while rescuers dug with their hands, since no machine could cross the flooded road.';
const ORDER = 'The government in Ljubljana has ordered that every open pit in the country be closed until its slopes have been measured again.';
const CLAIM = 'The landslide at the Orle copper mine in Slovenia on Monday killed 43 miners.';

const ARTICLES = {
  herald: { title: 'Landslide at copper mine', outlet: 'The Valley Herald', paragraphs: [WIRE, GRIEF, ORDER, 'The Herald’s readers have given 20,000 euros so far to the bereaved.'] },
  post: { title: 'Dozens die at mine', outlet: 'The Evening Post', paragraphs: [GRIEF, WIRE.replace(', the mine’s operator said', ''), ORDER, 'Flags will fly at half-mast on public buildings for the whole week.'] },
  mirror: { title: 'Rain brings down mine’s slope', outlet: 'The Coast Mirror', paragraphs: [WIRE.replace(' in Slovenia', ''), ORDER, GRIEF, 'A fund has been opened by the town’s football club and by its choir.'] },
  own: {
    title: 'A village in mourning',
    outlet: 'Northern Radio',
    paragraphs: [
      'On Monday 43 miners died in Slovenia when a landslide buried the Orle copper mine.',
      'Our reporter walked the only street at dusk and counted the lamps that neighbours had put into their windows, one for each of the dead, and found that not a single house had been left dark, not even the two which have stood empty since the school was shut.',
      'The priest read out the names, slowly and without a word of his own between them, and it took him a quarter of an hour until the bell answered; then the brass band, which had lost its drummer and both of its horns, played the march that it plays every spring.',
      'Nobody here speaks of leaving, the baker told us, since a valley that has fed a family for five generations is not given up in a week, but she also said that her youngest son had packed his bag on Tuesday and had asked her for the train’s timetable.',
    ],
  },
  read: {
    title: 'What the mine’s owners knew',
    outlet: 'The Weekly Review',
    paragraphs: [
      CLAIM,
      'An engineer had written to the owners in spring about cracks above the upper road, and his letter, of which this paper has seen a copy with two stamps and no signature, was filed without an answer in a folder that somebody had labelled with a question mark.',
      'Mountains keep their own calendar, he wrote, and nobody who works beneath them should pretend to have read it; he asked for forty metres of wire, six gauges and a man who would look at them twice a day, which together would have cost less than a new gate.',
      'The folder lay in a cupboard behind the pay office, between invoices for gravel and a box of old helmets, and it was opened for the first time by a clerk who had been sent to fetch candles when the lights failed and who took it home under her coat.',
    ],
  },
};

async function save(reader: ReaderBrowser, url: string): Promise<void> {
  const page = await reader.read(url);
  const popup = await Popup.on(reader, page.url());
  await popup.press('Save this article');
  await expect(popup.page.getByText(/^Saved: /)).toBeVisible();
  await popup.close();
  await page.close();
}

test('three articles with one text are told as one origin, an article of its own as another', async ({ fresh: reader, site }) => {
  const [herald, post, mirror, own, read] = (await serveMadeUp(reader.context, site, ARTICLES)) as [string, string, string, string, string];
  for (const url of [herald, post, mirror]) await save(reader, url);

  const page = await reader.read(read);
  await expect.poll(() => isUnderlined(page, CLAIM)).toBe(true);
  await clickWords(page, 'killed 43 miners');
  const card = await Card.of(page);
  await expect.poll(() => card.text()).toContain('agrees with 3 articles');
  expect(await card.text()).toContain('agrees with 3 articles, 1 origin');
  const popup = await Popup.on(reader, read);
  await expect(popup.claim(CLAIM).getByText('3 articles, 1 origin')).toBeVisible();
  const exported = claimsIn(await popup.exported('Export page')).find(({ exact }) => bare(exact) === bare(CLAIM));
  expect(exported).toMatchObject({ stances: ['corroborates', 'corroborates', 'corroborates'], origins: [0, 0, 0] });
  await popup.close();
  await page.close();

  await save(reader, own);
  const again = await Popup.on(reader, (await reader.read(read)).url());
  await expect(again.claim(CLAIM).getByText('4 articles, 2 origins')).toBeVisible();
});
