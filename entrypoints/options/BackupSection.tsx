// When the library was last backed up, what has changed since, and the way to do it. Props in; knows no browser.
import { day } from '../../components/moment';
import { t, tn } from '../../lib/i18n';
import { REMIND_CHANGES, REMIND_DAYS } from '../../lib/settings';
import type { Backup } from '../../lib/settings';

/** `link` leads to the library's export. */
export function BackupSection({ backup, link }: { backup: Backup | null; link: string }) {
  return (
    <section>
      <h2>{t('settingsBackupHeading')}</h2>
      <p>{t('settingsBackupLead', REMIND_CHANGES, REMIND_DAYS)}</p>
      {backup && (
        <p>
          {backup.exported === null ? t('settingsBackupNever') : t('settingsBackupOn', day(backup.exported) ?? backup.exported)} {tn('settingsBackupChanges', backup.changes)}
        </p>
      )}
      <p>
        <a href={link}>{t('settingsBackupLink')}</a>
      </p>
    </section>
  );
}
