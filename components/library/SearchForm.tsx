// What the list of articles is narrowed by: one field for words, the others behind a button that counts those in use. Props in;
// every change goes out at once (whoever listens waits until the typing pauses).
import { t, tn } from '../../lib/i18n';
import { Disclosure } from '../Disclosure';
import type { Filters } from './library-view';

interface Props {
  filters: Filters;
  onChange: (filters: Filters) => void;
}

/** Longest that a field takes, in UTF-16 units: nobody types more, and a paste of a whole book should not travel. */
const LONGEST = 200;

const TEXTS = [
  { name: 'speaker', label: 'librarySpeaker' },
  { name: 'outlet', label: 'libraryOutlet' },
  { name: 'figure', label: 'libraryFigure' },
  { name: 'tag', label: 'libraryTag' },
] as const;
const DAYS = [
  { name: 'from', label: 'libraryFrom' },
  { name: 'to', label: 'libraryTo' },
] as const;

/** `filters` with one of them set, or taken away by ''. */
export function withFilter(filters: Filters, name: keyof Filters, value: string): Filters {
  const { [name]: _, ...rest } = filters;
  return value === '' ? rest : ({ ...rest, [name]: value } as Filters);
}

/** The search, over the list that it narrows. */
export function SearchForm({ filters, onChange }: Props) {
  const { text: _, ...narrowing } = filters;
  const used = Object.keys(narrowing).length;
  const set = (name: keyof Filters) => (event: { currentTarget: { value: string } }) => onChange(withFilter(filters, name, event.currentTarget.value));
  return (
    <form class="search" role="search" onSubmit={(event) => event.preventDefault()}>
      <label class="field-line">
        <span>{t('librarySearch')}</span>
        <input type="search" autocomplete="off" maxLength={LONGEST} value={filters.text ?? ''} onInput={set('text')} />
      </label>
      <div class="search-more">
        <Disclosure open={used > 0} summary={used > 0 ? tn('libraryFiltersUsed', used) : t('libraryFilters')}>
          <div class="search-fields">
            {TEXTS.map(({ name, label }) => (
              <label key={name} class="field-line">
                <span>{t(label)}</span>
                <input type="text" name={name} autocomplete="off" maxLength={LONGEST} value={filters[name] ?? ''} onInput={set(name)} />
              </label>
            ))}
            {DAYS.map(({ name, label }) => (
              <label key={name} class="field-line">
                <span>{t(label)}</span>
                <input type="date" name={name} value={filters[name] ?? ''} onInput={set(name)} />
              </label>
            ))}
            <label class="field-line">
              <span>{t('libraryStance')}</span>
              <select name="stance" value={filters.stance ?? ''} onChange={set('stance')}>
                <option value="">{t('libraryStanceAny')}</option>
                <option value="conflicts">{t('libraryStanceDiffers')}</option>
                <option value="corroborates">{t('libraryStanceAgrees')}</option>
              </select>
            </label>
          </div>
        </Disclosure>
        {Object.keys(filters).length > 0 && (
          <button type="button" class="quiet" onClick={() => onChange({})}>
            {t('libraryClear')}
          </button>
        )}
      </div>
    </form>
  );
}
