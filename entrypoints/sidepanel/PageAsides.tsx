// What else the panel tells of a page: what it leaves out, found out once the reader opens that, and how it has changed since it was
// saved, found out at once where it was. A page's asides in; draws nothing itself but their frames.
import { useEffect } from 'preact/hooks';
import { Aside } from '../../components/Aside';
import { ChangeList } from '../../components/matters/ChangeList';
import { LeftOutList } from '../../components/matters/LeftOutList';
import { formatNumber, t } from '../../lib/i18n';
import type { Asides } from '../popup/asides';

interface Props {
  asides: Asides;
  tab: number;
  /** Is this page stored? */
  saved: boolean;
}

export function PageAsides({ asides, tab, saved }: Props) {
  const { changes, leftOut } = asides;
  const findChanges = () => void asides.findChanges(tab);
  useEffect(() => {
    if (saved && changes.value.kind === 'idle') findChanges();
  }, [saved, changes.value.kind]);
  const many = changes.value.kind === 'found' ? (changes.value.found?.changes.length ?? 0) : 0;
  return (
    <>
      {saved && (
        <Aside title={<>{t('panelChanged')} {many > 0 && <span class="count">{formatNumber(many)}</span>}</>} view={changes.value} waiting={t('panelChangedWait')} onLoad={findChanges}>
          {(found) => (found ? <ChangeList saved={found.saved} changes={found.changes} /> : <p class="muted">{t('panelChangedNotSaved')}</p>)}
        </Aside>
      )}
      <Aside title={t('panelLeftOut')} view={leftOut.value} waiting={t('panelLeftOutWait')} onLoad={() => void asides.findLeftOut(tab)}>
        {(found) => <LeftOutList items={found} />}
      </Aside>
    </>
  );
}
