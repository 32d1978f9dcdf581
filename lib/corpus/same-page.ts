// A page does not back itself: a reading of a page goes in, the same without evidence from stretches of that very page, which the
// reader has saved as statements of their own, comes out. Pure.
import type { Reading } from '../model';
import { isSelection } from '../selection-address';
import { normalUrl } from './identity';

/** Is the address that of a stretch of the page at `page`? */
export function isStretchOf(url: string | null, page: string | null): boolean {
  return url !== null && page !== null && isSelection(url) && normalUrl(url) === normalUrl(page);
}

/** The reading of the page at `url` without what was saved of it piecemeal. */
export function withoutOwnStretches(reading: Reading, url: string | null): Reading {
  const own = new Set<string>();
  const annotations = reading.annotations.flatMap((annotation) => {
    const evidence = annotation.evidence.filter(({ source }) => {
      const isOwn = isStretchOf(source.url, url);
      if (isOwn) own.add(source.id);
      return !isOwn;
    });
    return evidence.length > 0 ? [{ ...annotation, evidence }] : [];
  });
  return own.size === 0 ? reading : { ...reading, annotations, articles: reading.articles - own.size };
}
