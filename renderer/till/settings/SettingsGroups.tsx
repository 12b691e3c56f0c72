import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { unprintable } from '../../../domain/printing/printable.ts';
import { TaxKind, taxKinds } from '../../../domain/sales/tax.ts';
import { Settings, StallSettings } from '../../../domain/settings/settings.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import type { SettingsDraft } from './settings-draft.ts';
import styles from './SettingsScreen.module.css';

export interface GroupProps {
  readonly form: UseFormReturnType<SettingsDraft>;
}

const stallFields = [
  { field: 'name', textKey: 'settings.name' },
  { field: 'number', textKey: 'settings.number' },
  { field: 'mall', textKey: 'settings.mall' },
  { field: 'phone', textKey: 'settings.phone' },
] as const;

/** What stands at the head of the receipt. */
export function StallGroup({ form }: GroupProps) {
  const say = useText();
  return (
    <Group title={say.text('settings.stall')} how={say.text('settings.stallHow')}>
      {stallFields.map(({ field, textKey }) => (
        <TextInput
          key={field}
          label={say.text(textKey)}
          maxLength={StallSettings.shape[field].maxLength ?? undefined}
          autoComplete="off"
          required={field === 'name'}
          withAsterisk={false}
          description={unprintableHint(form.values[field], say)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          {...form.getInputProps(field)}
        />
      ))}
    </Group>
  );
}

/** Zone, end of the day, rounding. */
export function DayGroup({ form }: GroupProps) {
  const say = useText();
  return (
    <Group title={say.text('settings.day')}>
      <NativeSelect
        label={say.text('settings.zone')}
        data={Settings.shape.zone.options}
        {...form.getInputProps('zone')}
      />
      <NativeSelect
        label={say.text('settings.cutOff')}
        description={say.text('settings.cutOffHow')}
        data={[0, 1, 2, 3, 4, 5, 6].map((hour) => ({
          value: String(hour),
          label: say.text('settings.cutOffHour', { hour: `0${hour}.00` }),
        }))}
        {...form.getInputProps('cutOffHour')}
      />
      <NativeSelect
        label={say.text('settings.cashRounding')}
        data={([1, 100, 500, 1000] as const).map((step) => ({
          value: String(step),
          label:
            step === 1 ? say.text('settings.noRounding') : say.text('settings.nearest', { step }),
        }))}
        {...form.getInputProps('cashRoundingRupiah')}
      />
    </Group>
  );
}

/** What is charged as tax, and the number of who charges PPN. */
export function TaxGroup({ form }: GroupProps) {
  const say = useText();
  const kind = TaxKind.parse(form.values.taxKind);
  return (
    <Group title={say.text('settings.tax')}>
      <NativeSelect
        label={say.text('settings.taxKind')}
        description={say.text(`settings.taxKindHow.${kind}`)}
        data={taxKinds.map((value) => ({ value, label: say.text(`settings.taxKind.${value}`) }))}
        {...form.getInputProps('taxKind')}
      />
      {kind !== 'none' && (
        <Choice
          label={say.text('settings.taxWay')}
          data={[
            { value: 'in', label: say.text('settings.taxWay.in') },
            { value: 'added', label: say.text('settings.taxWay.added') },
          ]}
          value={form.values.taxWay}
          onChange={(way) => form.setFieldValue('taxWay', way)}
        />
      )}
      <TextInput
        label={say.text('settings.npwp')}
        description={say.text('settings.npwpHow')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        autoComplete="off"
        inputMode="numeric"
        maxLength={24}
        {...form.getInputProps('npwp')}
      />
    </Group>
  );
}

/** Language, colours and size of text of the screen. */
export function ScreenGroup({ form }: GroupProps) {
  const say = useText();
  return (
    <Group title={say.text('settings.screen')}>
      <Choice
        label={say.text('settings.language')}
        data={languages(say)}
        value={form.values.language}
        onChange={(language) => form.setFieldValue('language', language)}
      />
      <NativeSelect
        label={say.text('settings.colorScheme')}
        data={Settings.shape.colorScheme.options.map((value) => ({
          value,
          label: say.text(`settings.${value}`),
        }))}
        {...form.getInputProps('colorScheme')}
      />
      <Choice
        label={say.text('settings.textSize')}
        how={say.text('settings.textSizeHow')}
        data={([100, 110, 125, 150] as const).map((percent) => ({
          value: String(percent),
          label: say.text('settings.percent', { percent }),
        }))}
        value={form.values.textSizePercent}
        onChange={(percent) => form.setFieldValue('textSizePercent', percent)}
      />
    </Group>
  );
}

/** When a PIN is asked for, and how the drawer is counted. */
export function TillGroup({ form }: GroupProps) {
  const say = useText();
  const { pinUse, closing, drawers } = form.values;
  return (
    <Group title={say.text('settings.till')}>
      <Choice
        label={say.text('settings.pinUse')}
        how={say.text(`settings.pinUseHow.${Settings.shape.pinUse.parse(pinUse)}`)}
        data={Settings.shape.pinUse.options.map((value) => ({
          value,
          label: say.text(`settings.pinUse.${value}`),
        }))}
        value={pinUse}
        onChange={(use) => form.setFieldValue('pinUse', use)}
      />
      <NativeSelect
        label={say.text('settings.lockAfter')}
        description={say.text('settings.lockAfterHow')}
        data={([0, 1, 5, 15, 60] as const).map((minutes) => ({
          value: String(minutes),
          label:
            minutes === 0
              ? say.text('settings.lockNever')
              : say.text('settings.lockMinutes', { count: minutes }),
        }))}
        {...form.getInputProps('lockAfterMinutes')}
      />
      <Choice
        label={say.text('settings.closing')}
        how={say.text(`settings.closingHow.${Settings.shape.closing.parse(closing)}`)}
        data={Settings.shape.closing.options.map((value) => ({
          value,
          label: say.text(`settings.closing.${value}`),
        }))}
        value={closing}
        onChange={(way) => form.setFieldValue('closing', way)}
      />
      <Choice
        label={say.text('settings.drawers')}
        how={say.text('settings.drawersHow')}
        data={([1, 2] as const).map((count) => ({
          value: String(count),
          label: say.text('settings.drawersCount', { count }),
        }))}
        value={drawers}
        onChange={(count) => form.setFieldValue('drawers', count)}
      />
    </Group>
  );
}

interface GroupFrameProps {
  readonly title: string;
  readonly how?: string;
  readonly children: ReactNode;
}

/** A part of the settings, under its title. */
export function Group({ title, how, children }: GroupFrameProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      {how !== undefined && <p>{how}</p>}
      {children}
    </section>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly how?: string;
  readonly data: { value: string; label: string }[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** One of a few, all in sight. */
export function Choice({ label, how, ...choice }: ChoiceProps) {
  return (
    <div className={styles.choice}>
      <span>{label}</span>
      <SegmentedControl aria-label={label} {...choice} />
      {how !== undefined && <p>{how}</p>}
    </div>
  );
}

/** The languages, each in its own. */
export function languages(say: Say) {
  return [
    { value: 'id', label: say.text('settings.indonesian') },
    { value: 'en', label: say.text('settings.english') },
  ];
}

/** Which letters of a field the receipt cannot show; undefined when it shows them all. */
export function unprintableHint(text: string, say: Say): string | undefined {
  const letters = unprintable(text);
  if (letters.length === 0) return undefined;
  return say.text('settings.unprintable', { letters: letters.join(' ') });
}
