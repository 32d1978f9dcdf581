// Runs in a page: two hundred underlines by our own way, by hand-made <mark> elements and by mark.js, layout included.
import Mark from 'mark.js';
import { highlight, type Marked } from '../../../lib/page/highlight';
import { interleaved, type Times } from '../measuring/interleave';

/** Times of drawing and taking away `count` underlines, and the DOM mutations of each way's drawing. */
export async function underlines(count: number, repetitions: number): Promise<{ times: Times<'ours' | 'marks' | 'mark.js'>; mutations: Record<string, number> }> {
  const places = placesOf(count);
  const observer = new MutationObserver(() => undefined);
  const ways = { ours: () => ours(places), marks: () => byHand(places), 'mark.js': () => byMarkJs(places.length) };
  const mutations: Record<string, number> = {};
  for (const [name, way] of Object.entries(ways)) {
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    const undo = way();
    mutations[name] = observer.takeRecords().length;
    observer.disconnect();
    undo();
    document.body.normalize();
  }
  // The other ways split text nodes, so what each needs is found anew before its turn, outside of what is timed.
  const times: Times<'ours' | 'marks' | 'mark.js'> = { ours: [], marks: [], 'mark.js': [] };
  const timed = (name: keyof typeof times, at: number): void => {
    document.body.normalize();
    const fresh = placesOf(count);
    // What the way before left to be laid out is not this one's.
    void document.body.offsetHeight;
    const started = performance.now();
    const undo = name === 'ours' ? ours(fresh) : name === 'marks' ? byHand(fresh) : byMarkJs(fresh.length);
    void document.body.offsetHeight;
    if (at >= 0) times[name].push(performance.now() - started);
    undo();
  };
  await interleaved({ round: (at) => (Object.keys(times) as (keyof typeof times)[]).forEach((name) => timed(name, at)) }, repetitions);
  return { times, mutations };
}

/** Stretches of some sixty characters in the paragraphs' own text nodes. */
function placesOf(count: number): { node: Text; start: number; end: number }[] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const places: { node: Text; start: number; end: number }[] = [];
  while (places.length < count && walker.nextNode()) {
    const node = walker.currentNode as Text;
    for (let start = 0; start + 70 < node.length && places.length < count; start += 90) places.push({ node, start, end: start + 60 });
  }
  if (places.length < count) throw new Error(`the page has room for ${places.length} underlines only`);
  return places;
}

function ours(places: ReturnType<typeof placesOf>): () => void {
  const marks = (['conflicting', 'corroborated', 'both'] as const);
  const marked = places.map(({ node, start, end }, i): Marked => ({ range: new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end }), mark: marks[i % 3]! }));
  const drawing = highlight(document, marked);
  return () => drawing.undo();
}

function byHand(places: ReturnType<typeof placesOf>): () => void {
  const made: HTMLElement[] = [];
  for (const { node, start, end } of [...places].reverse()) {
    const range = document.createRange();
    range.setStart(node, start);
    range.setEnd(node, end);
    const mark = document.createElement('mark');
    range.surroundContents(mark);
    made.push(mark);
  }
  return () => {
    for (const mark of made) mark.replaceWith(...mark.childNodes);
    document.body.normalize();
  };
}

/** mark.js marks ranges of the text of its context. */
function byMarkJs(count: number): () => void {
  const marker = new Mark(document.body);
  marker.markRanges(Array.from({ length: count }, (_, i) => ({ start: i * 90, length: 60 })));
  return () => marker.unmark();
}
