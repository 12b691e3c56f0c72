import { Checkbox } from '@mantine/core';
import { tenderWords } from '../../../domain/payments/tender-words.ts';
import { useText } from '../../ui/use-text.ts';
import { isOn } from './settings-draft.ts';
import { Group, type GroupProps } from './SettingsGroups.tsx';

const fields = { qris: 'tenderQris', card: 'tenderCard', transfer: 'tenderTransfer' } as const;

/** Which means of payment the stall takes; cash always. */
export function TendersGroup({ form }: GroupProps) {
  const say = useText();
  return (
    <Group title={say.text('settings.tenders')} how={say.text('settings.tendersHow')}>
      {(['qris', 'card', 'transfer'] as const).map((kind) => (
        <Checkbox
          key={kind}
          label={tenderWords(kind, say)}
          checked={isOn(form.values[fields[kind]])}
          onChange={({ currentTarget }) =>
            form.setFieldValue(fields[kind], currentTarget.checked ? 'on' : 'off')
          }
        />
      ))}
    </Group>
  );
}
