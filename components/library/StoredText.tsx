// A stored article as it is read: its text with the claims underlined as on pages, and beside each paragraph what others say of its
// claims, one of them open at a time. Where statements are being corrected, each of them can be chosen. Props in, callbacks out.
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { markOf } from '../../lib/model';
import type { Article, StoredStatement } from '../../lib/model';
import type { Shown } from '../judged';
import { ClaimBeside } from './ClaimBeside';
import { blocksOf } from './stored-text';
import type { ReadBlock } from './stored-text';
import { Sentence } from './Sentence';

interface Props {
  article: Article;
  statements: StoredStatement[];
  /** Its claims with what others say of them, and how much of it counts. */
  claims: Shown[];
  /** Id of the statement that the reader came for. */
  wanted: string | null;
  /** Shows what merely speaks of the same matter too. */
  related: boolean;
  /** Every statement can be chosen, to be corrected. */
  correcting: boolean;
  /** Id of the statement that is being corrected, and the form for it, drawn beside its paragraph. */
  chosen: string | null;
  form: ComponentChildren;
  onChoose: (statement: StoredStatement) => void;
}

export function StoredText({ article, statements, claims: all, wanted, related, correcting, chosen, form, onChoose }: Props) {
  const blocks = useMemo(() => blocksOf({ blocks: article.blocks, statements, claims: all.map(({ annotation }) => annotation.claim) }), [article, statements, all]);
  const [open, setOpen] = useState<number | null>(null);
  useEffect(() => {
    const claim = blocks.flatMap(({ stretches }) => stretches).find(({ statement }) => wanted !== null && statement?.id === wanted)?.claim ?? null;
    if (claim !== null) setOpen(claim);
    if (wanted !== null) document.getElementById(`sentence-${wanted}`)?.scrollIntoView({ block: 'center' });
  }, [wanted, article.id]);
  const toggle = (claim: number) => setOpen((was) => (was === claim ? null : claim));
  const markAt = (claim: number) => (all[claim]!.counted.evidence.length === 0 ? null : markOf(all[claim]!.counted));
  const shown = (claim: number) => related || markAt(claim) !== 'related';
  return (
    <div class="stored-text" lang="en">
      {blocks.map((block, at) => {
        const claims = block.claims.filter(shown);
        const editing = block.stretches.some(({ statement }) => statement !== null && statement.id === chosen);
        return (
          <div key={at} class="stored-block" onKeyDown={(event) => event.key === 'Escape' && setOpen(null)}>
            <BlockText kind={block.kind}>
              {block.stretches.map(({ text, statement, claim }, n) => (
                <Sentence
                  key={n}
                  text={text}
                  id={statement?.id ?? null}
                  mark={claim === null || !shown(claim) ? null : markAt(claim)}
                  wanted={statement !== null && statement.id === wanted}
                  controls={claim === null ? null : `claim-${claim}`}
                  open={correcting ? statement !== null && statement.id === chosen : claim !== null && open === claim}
                  choose={correcting && statement !== null ? () => onChoose(statement) : claim !== null && shown(claim) && !correcting ? () => toggle(claim) : null}
                  correcting={correcting}
                />
              ))}
            </BlockText>
            {(claims.length > 0 || editing) && (
              <div class="beside">
                {editing && form}
                {claims.length > 0 && (
                  <ul class="beside-claims">
                    {claims.map((claim) => (
                      <ClaimBeside key={claim} index={claim} shown={all[claim]!} open={open === claim} onToggle={() => toggle(claim)} />
                    ))}
                  </ul>
                )}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** A block in the element that it was. The article's own title stands above, so a title here is a paragraph. */
function BlockText({ kind, children }: { kind: ReadBlock['kind']; children: ComponentChildren }) {
  if (kind === 'heading') return <h3 class="stored-heading">{children}</h3>;
  if (kind === 'quote') return <blockquote>{children}</blockquote>;
  return <p class={`stored-${kind}`}>{children}</p>;
}
