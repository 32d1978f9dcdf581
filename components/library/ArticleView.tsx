// A stored article as the library shows it: where it is from, tags and note, its text with what others say beside it, and the
// correction of its statements. Props in, callbacks out.
import { useContext, useMemo, useState } from 'preact/hooks';
import { t, tn } from '../../lib/i18n';
import { markOf } from '../../lib/model';
import type { Article, Correction, StoredStatement } from '../../lib/model';
import { Disclosure } from '../Disclosure';
import { shownOf } from '../judged';
import { day } from '../moment';
import { Surface } from '../surface';
import { webAddress } from '../web-address';
import { CorrectionForm } from './CorrectionForm';
import { CorrectionList } from './CorrectionList';
import { LabelForm } from './LabelForm';
import type { Amendment, ArticleReading } from './library-view';
import { StoredText } from './StoredText';

interface Props {
  reading: ArticleReading;
  /** Id of the statement that the reader came for. */
  wanted: string | null;
  /** What is under way. */
  busy: 'label' | 'correction' | 'remove' | null;
  /** What was corrected of a statement; null for nothing. */
  correctionOf: (statement: StoredStatement) => Correction | null;
  onLabel: (label: { tags: string[]; note: string }) => void;
  /** Resolves to whether it was kept; the form closes then. */
  onCorrect: (statement: StoredStatement, amendment: Amendment) => Promise<boolean>;
  onTakeBack: (correction: Correction) => Promise<boolean>;
  onRemove: () => void;
}

export function ArticleView({ reading, wanted, busy, correctionOf, onLabel, onCorrect, onTakeBack, onRemove }: Props) {
  const [correcting, setCorrecting] = useState(false);
  const [chosen, setChosen] = useState<StoredStatement | null>(null);
  const [related, setRelated] = useState(false);
  const { article, statements, annotations, label, corrections } = reading;
  const { judging } = useContext(Surface);
  const judged = judging?.all.value;
  const claims = useMemo(() => shownOf(annotations, judged?.values() ?? []), [annotations, judged]);
  const marked = claims.filter(({ counted }) => markOf(counted) !== 'related').length;
  const touched = claims.filter(({ counted }) => counted.evidence.length > 0 && markOf(counted) === 'related').length;
  const before = chosen && correctionOf(chosen);
  const close = () => {
    const id = chosen && `sentence-${chosen.id}`;
    setChosen(null);
    if (id) requestAnimationFrame(() => document.getElementById(id)?.focus());
  };
  const done = (kept: boolean) => kept && close();
  const form = chosen && (
    <CorrectionForm
      key={chosen.id}
      statement={chosen}
      before={before}
      busy={busy === 'correction'}
      onSave={(amendment) => void onCorrect(chosen, amendment).then(done)}
      onTakeBack={() => before && void onTakeBack(before).then(done)}
      onCancel={close}
    />
  );
  return (
    <article class="stored">
      <header>
        <Origin article={article} />
        <p class="muted">{[t('savedOn', day(article.retrieved) ?? article.retrieved), tn('statements', statements.length), tn('libraryMarked', marked)].join(' · ')}</p>
        <div class="stored-ways">
          <button type="button" aria-pressed={correcting} onClick={() => (setChosen(null), setCorrecting(!correcting))}>
            {t('libraryCorrect')}
          </button>
          {touched > 0 && (
            <button type="button" aria-pressed={related} onClick={() => setRelated(!related)}>
              {tn('libraryShowRelated', touched)}
            </button>
          )}
          <button type="button" class="quiet" aria-disabled={busy === 'remove'} onClick={() => busy !== 'remove' && onRemove()}>
            {t(busy === 'remove' ? 'removing' : 'remove')}
          </button>
        </div>
        {label && label.tags.length > 0 && (
          <ul class="tags" aria-label={t('libraryTags')}>
            {label.tags.map((tag) => (
              <li key={tag}>
                <bdi>{tag}</bdi>
              </li>
            ))}
          </ul>
        )}
        {label && label.note !== '' && (
          <p class="stored-note">
            <bdi>{label.note}</bdi>
          </p>
        )}
        <Disclosure class="label-place" summary={t('libraryLabel')}>
          <LabelForm tags={label?.tags ?? []} note={label?.note ?? ''} busy={busy === 'label'} onSave={onLabel} />
        </Disclosure>
        {correcting && (
          <p class="muted" role="status">
            {t('libraryCorrectHint')}
          </p>
        )}
      </header>
      <StoredText article={article} statements={statements} claims={claims} wanted={wanted} related={related} correcting={correcting} chosen={chosen?.id ?? null} form={form} onChoose={setChosen} />
      {article.blocks.length === 0 && <p class="muted">{t('libraryNoText')}</p>}
      <CorrectionList corrections={corrections} onTakeBack={(correction) => void onTakeBack(correction)} />
    </article>
  );
}

/** Where the article is from; its title stands above. */
function Origin({ article: { url, outlet, author, published, file } }: { article: Article }) {
  const address = webAddress(url);
  return (
    <p class="source">
      <span class="source-facts">
        {outlet && <bdi>{outlet}</bdi>}
        {author && <bdi>{author}</bdi>}
        <span>{day(published) ?? t('undated')}</span>
        {address ? (
          <a href={address.href} rel="noreferrer" target="_blank">
            <bdi>{address.host}</bdi>
            <span class="visually-hidden"> ({t('opensTab')})</span>
          </a>
        ) : (
          file !== null && <span>{t('seedSource')}</span>
        )}
      </span>
    </p>
  );
}
