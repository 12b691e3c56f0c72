import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PlainTextKey } from '../../../domain/text.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { zones } from '../../../domain/time.ts';
import { Said } from '../../ui/Said.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { QrisGroup } from '../payments/QrisGroup.tsx';
import type { ScreenProps } from '../screen.ts';
import { ReceiptGroup } from './ReceiptGroup.tsx';
import { changesOf, draftOf, isFooterTooLong, npwpFault } from './settings-draft.ts';
import { DayGroup, ScreenGroup, StallGroup, TaxGroup, TillGroup } from './SettingsGroups.tsx';
import styles from './SettingsScreen.module.css';
import { TendersGroup } from './TendersGroup.tsx';
import { useChangeSettings } from './use-settings.ts';
import { settingsPageId } from '../../../domain/settings/page/text.id.ts';

learnWords(settingsPageId);

/** What is wrong with a field; null where nothing is. */
function faultWords(fault: PlainTextKey | null): ReactNode {
  return fault && <Said words={(now) => now.text(fault)} />;
}

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
      name: (name) => faultWords(name.trim() === '' ? 'settings.nameNeeded' : null),
      receiptFooter: (footer) => faultWords(isFooterTooLong(footer) ? 'settings.footerLong' : null),
      npwp: (npwp, { taxKind }) => faultWords(npwpFault(npwp, taxKind)),
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
              <StallGroup form={form} />
              <ReceiptGroup form={form} hasStallQris={settings.qris !== ''} />
              <ScreenGroup form={form} />
            </div>
            <div className={styles.column}>
              <TillGroup form={form} />
              <TendersGroup form={form} />
              <QrisGroup qris={settings.qris} offsetMinutes={zones[settings.zone]} />
              <TaxGroup form={form} />
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
