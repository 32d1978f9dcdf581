// The card in a page: a sentence's range and its annotation in, a card drawn beside it out, until it is removed. Keeps what the
// reader said on this page for as long as the page stands. Asks nobody but through the functions it is given.
import { h, render } from 'preact';
import { Card } from '../../components/Card';
import cardCss from '../../components/card.css?inline';
import { applies, Judging } from '../../components/judging';
import { Surface } from '../../components/surface';
import tokensCss from '../../components/tokens.css?inline';
import { sentenceDirective } from '../../lib/exchange/text-fragment';
import type { Annotation } from '../../lib/model';
import { attachCard } from '../../lib/page/card-host';
import { selectorsOf } from '../../lib/page/anchor';
import { hover } from '../../lib/page/hover';
import type { CardScript } from './contract';

/** Draws cards in a document. What is said in one is known in the next. */
export function cardScript(doc: Document): CardScript {
  let judging: Judging | null = null;
  return {
    open: ({ range, annotation, takesFocus, judge, onAll, onClose }) => {
      const place = attachCard(doc, range, tokensCss + cardCss, onClose);
      if (!place) return null;
      if (judge) judging ??= new Judging(judge);
      const lent = { judging: judge && judging, directive: sentenceDirective };
      const draw = (drawn: Annotation, leads: boolean): void =>
        render(h(Surface.Provider, { value: lent }, h(Card, { annotation: drawn, onAll: leads ? onAll : null, onClose, takesFocus })), place.mount);
      draw(annotation, true);
      place.place();
      return {
        host: place.host,
        draw: (drawn, at) => {
          draw(drawn, at !== null);
          if (at) place.follow(at);
          else place.place();
        },
        remove: () => {
          place.remove();
          render(null, place.mount);
        },
      };
    },
    hover: (targets) => hover(doc, targets),
    selectors: selectorsOf,
    isAside: (text) => [...(judging?.all.value.values() ?? [])].some((one) => one.drawn !== null && applies(one) && one.said.verdict !== 'agreed' && one.said.claim === text),
  };
}
