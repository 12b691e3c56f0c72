import { Button, NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { unprintable } from '../../../domain/printing/printable.ts';
import { Settings, StallSettings } from '../../../domain/settings/settings.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import type { ScreenProps } from '../screen.ts';
import styles from './SettingsScreen.module.css';
import { useChangeSettings } from './use-settings.ts';

/** What the stall decides for itself. */
export function SettingsScreen({ startup }: ScreenProps) {
  const say = useText();
  const { settings } = startup;
  return (
    <main className={styles.screen}>
      <h1>{say.text('screen.settings')}</h1>
      <div className={styles.groups}>
        <StallForm stall={settings.stall} />
        <div className={styles.column}>
          <TradingDay settings={settings} />
          <ScreenLooks settings={settings} />
          <p className={styles.about}>
            Lapak {startup.version} · {say.text('settings.device', { device: startup.device })}
          </p>
        </div>
      </div>
    </main>
  );
}

interface GroupProps {
  readonly title: string;
  readonly how?: string;
  readonly children: ReactNode;
}

function Group({ title, how, children }: GroupProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      {how !== undefined && <p>{how}</p>}
      {children}
    </section>
  );
}

/** The head of the receipt: kept when the person says so, all four at once. */
function StallForm({ stall }: { readonly stall: StallSettings }) {
  const say = useText();
  const notices = useNotices();
  const change = useChangeSettings();
  const [draft, setDraft] = useState(stall);
  const isChanged = fields.some(({ field }) => draft[field] !== stall[field]);
  const isNamed = draft.name.trim() !== '';
  return (
    <Group title={say.text('settings.stall')} how={say.text('settings.stallHow')}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change({ stall: draft }, () => notices.done(say.text('settings.saved')));
        }}
      >
        {fields.map(({ field, textKey }) => (
          <TextInput
            key={field}
            label={say.text(textKey)}
            maxLength={StallSettings.shape[field].maxLength ?? undefined}
            autoComplete="off"
            required={field === 'name'}
            withAsterisk={false}
            error={field === 'name' && !isNamed && say.text('settings.nameNeeded')}
            description={unprintableHint(draft[field], say)}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            value={draft[field]}
            onChange={(event) => setDraft({ ...draft, [field]: event.currentTarget.value })}
          />
        ))}
        <Button
          type="submit"
          disabled={!isChanged || !isNamed}
          title={isChanged ? undefined : say.text('settings.nothingToSave')}
        >
          {say.text('settings.save')}
        </Button>
      </form>
    </Group>
  );
}

/** Which letters of a field the receipt cannot show; undefined when it shows them all. */
function unprintableHint(text: string, say: Say): string | undefined {
  const letters = unprintable(text);
  if (letters.length === 0) return undefined;
  return say.text('settings.unprintable', { letters: letters.join(' ') });
}

const fields = [
  { field: 'name', textKey: 'settings.name' },
  { field: 'number', textKey: 'settings.number' },
  { field: 'mall', textKey: 'settings.mall' },
  { field: 'phone', textKey: 'settings.phone' },
] as const;

/** Zone, end of the day, rounding: each is kept as soon as it is chosen. */
function TradingDay({ settings }: { readonly settings: Settings }) {
  const say = useText();
  const change = useChangeSettings();
  return (
    <Group title={say.text('settings.day')}>
      <NativeSelect
        label={say.text('settings.zone')}
        data={Settings.shape.zone.options}
        value={settings.zone}
        onChange={(event) => change({ zone: Settings.shape.zone.parse(event.currentTarget.value) })}
      />
      <NativeSelect
        label={say.text('settings.cutOff')}
        description={say.text('settings.cutOffHow')}
        data={[0, 1, 2, 3, 4, 5, 6].map((hour) => ({
          value: String(hour),
          label: say.text('settings.cutOffHour', { hour: `0${hour}.00` }),
        }))}
        value={String(settings.cutOffHour)}
        onChange={(event) => change({ cutOffHour: Number(event.currentTarget.value) })}
      />
      <NativeSelect
        label={say.text('settings.cashRounding')}
        data={([1, 100, 500, 1000] as const).map((step) => ({
          value: String(step),
          label:
            step === 1 ? say.text('settings.noRounding') : say.text('settings.nearest', { step }),
        }))}
        value={String(settings.cashRoundingRupiah)}
        onChange={(event) =>
          change({
            cashRoundingRupiah: Settings.shape.cashRoundingRupiah.parse(
              Number(event.currentTarget.value),
            ),
          })
        }
      />
    </Group>
  );
}

/** Language and colours: the screen itself shows that they were taken. */
function ScreenLooks({ settings }: { readonly settings: Settings }) {
  const say = useText();
  const change = useChangeSettings();
  return (
    <Group title={say.text('settings.screen')}>
      <div className={styles.choice}>
        <span>{say.text('settings.language')}</span>
        <SegmentedControl
          aria-label={say.text('settings.language')}
          data={[
            { value: 'id', label: say.text('settings.indonesian') },
            { value: 'en', label: say.text('settings.english') },
          ]}
          value={settings.language}
          onChange={(language) => change({ language })}
        />
      </div>
      <div className={styles.choice}>
        <span>{say.text('settings.colorScheme')}</span>
        <SegmentedControl
          aria-label={say.text('settings.colorScheme')}
          data={[
            { value: 'auto', label: say.text('settings.auto') },
            { value: 'light', label: say.text('settings.light') },
            { value: 'dark', label: say.text('settings.dark') },
          ]}
          value={settings.colorScheme}
          onChange={(colorScheme) => change({ colorScheme })}
        />
      </div>
    </Group>
  );
}
