import { Button } from '@mantine/core';
import { useNotices } from '../../ui/Notice.tsx';
import { zones } from '../../../domain/time.ts';
import { Said } from '../../ui/Said.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { QrisGroup } from '../payments/QrisGroup.tsx';
import type { ScreenProps } from '../screen.ts';
import { changesOf, draftOf, npwpFault } from './settings-draft.ts';
import { DayGroup, ReceiptGroup, ScreenGroup, TaxGroup, TillGroup } from './SettingsGroups.tsx';
import styles from './SettingsScreen.module.css';
import { useChangeSettings } from './use-settings.ts';
import { settingsPageId } from '../../../domain/settings/page/text.id.ts';

learnWords(settingsPageId);

/** What the stall decides for itself: one form, kept as a whole when a person says so. */
export function SettingsScreen({ startup }: ScreenProps) {
  const say = useText();
  const notices = useNotices();
  const change = useChangeSettings();
  const { settings } = startup;
  const {
    form,
    keep,
    isChanged: hasChanged,
  } = useKeptForm(draftOf(settings), {
    validateInputOnChange: true,
    validate: {
      name: (name) =>
        name.trim() === '' ? <Said words={(now) => now.text('settings.nameNeeded')} /> : null,
      npwp: (npwp, { taxKind }) => {
        const fault = npwpFault(npwp, taxKind);
        return fault && <Said words={(now) => now.text(fault)} />;
      },
    },
  });
  const save = form.onSubmit(async (draft) => {
    const kept = await change(changesOf(draft, settings));
    if (!kept) return;
    keep(draft, draftOf(kept));
    notices.done((now) => now.text('settings.saved'));
  });
  const isChanged = hasChanged();
  return (
    <main className={styles.screen}>
      <form className={styles.form} onSubmit={save} noValidate>
        <div className={styles.scroller}>
          <h1>{say.text('screen.settings')}</h1>
          <div className={styles.groups}>
            <div className={styles.column}>
              <ReceiptGroup form={form} />
              <TaxGroup form={form} />
              <ScreenGroup form={form} />
            </div>
            <div className={styles.column}>
              <TillGroup form={form} />
              <QrisGroup qris={settings.qris} offsetMinutes={zones[settings.zone]} />
              <DayGroup form={form} />
              <p className={styles.about}>
                Lapak {startup.version} · {say.text('settings.device', { device: startup.device })}
              </p>
            </div>
          </div>
        </div>
        <footer className={styles.foot}>
          <p role="status">{isChanged && say.text('settings.unsaved')}</p>
          {isChanged && (
            <Button variant="default" onClick={form.reset}>
              {say.text('settings.undo')}
            </Button>
          )}
          <Button
            type="submit"
            loading={form.submitting}
            disabled={!isChanged}
            title={isChanged ? undefined : say.text('settings.nothingToSave')}
          >
            {say.text('settings.save')}
          </Button>
        </footer>
      </form>
    </main>
  );
}
