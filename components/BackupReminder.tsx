// Reminds of the backup, over the page's claims: what has gathered since the last one, the way to make one, and "later". Props in,
// callbacks out.
import { t, tn } from '../lib/i18n';

interface Props {
  /** Changes since the last backup, or ever. */
  changes: number;
  onBackup: () => void;
  onLater: () => void;
}

export function BackupReminder({ changes, onBackup, onLater }: Props) {
  return (
    <div class="reminder">
      <p>{tn('backupDue', changes)}</p>
      <button type="button" class="quiet" onClick={onBackup}>
        {t('backupNow')}
      </button>
      <button type="button" class="quiet" onClick={onLater}>
        {t('backupLater')}
      </button>
    </div>
  );
}
