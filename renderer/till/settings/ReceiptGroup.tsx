import { Checkbox, Textarea } from '@mantine/core';
import { refusesReturns } from '../../../domain/printing/footer.ts';
import { ReceiptSettings } from '../../../domain/settings/settings.ts';
import { useText } from '../../ui/use-text.ts';
import { LogoField } from './LogoField.tsx';
import { isOn } from './settings-draft.ts';
import styles from './SettingsScreen.module.css';
import { Choice, Group, type GroupProps, languages, unprintableHint } from './SettingsGroups.tsx';

const { print: when } = ReceiptSettings.shape;

interface ReceiptGroupProps extends GroupProps {
  /** Whether the stall has told its own QRIS. */
  readonly hasStallQris: boolean;
}

/** Whether and how receipts are printed, and what the stall puts on them. */
export function ReceiptGroup({ form, hasStallQris }: ReceiptGroupProps) {
  const say = useText();
  const { receiptPrint, receiptFooter, receiptQr, receiptQris, receiptLanguage } = form.values;
  return (
    <Group title={say.text('settings.receipt')}>
      <Choice
        label={say.text('settings.print')}
        how={say.text(`settings.printHow.${when.parse(receiptPrint)}`)}
        data={when.options.map((value) => ({ value, label: say.text(`settings.print.${value}`) }))}
        value={receiptPrint}
        onChange={(print) => form.setFieldValue('receiptPrint', print)}
      />
      <Checkbox
        label={say.text('settings.qr')}
        description={say.text('settings.qrHow')}
        checked={isOn(receiptQr)}
        onChange={({ currentTarget }) =>
          form.setFieldValue('receiptQr', currentTarget.checked ? 'on' : 'off')
        }
      />
      <Checkbox
        label={say.text('settings.receiptQris')}
        description={say.text(
          hasStallQris ? 'settings.receiptQrisHow' : 'settings.receiptQrisNone',
        )}
        disabled={!hasStallQris}
        checked={hasStallQris && isOn(receiptQris)}
        onChange={({ currentTarget }) =>
          form.setFieldValue('receiptQris', currentTarget.checked ? 'on' : 'off')
        }
      />
      <LogoField />
      <div className={styles.footer}>
        <Textarea
          label={say.text('settings.footer')}
          description={
            unprintableHint(receiptFooter.replaceAll('\n', ' '), say) ??
            say.text('settings.footerHow')
          }
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          autoComplete="off"
          rows={3}
          {...form.getInputProps('receiptFooter')}
        />
        <p role="status">{refusesReturns(receiptFooter) && say.text('settings.footerReturns')}</p>
      </div>
      <Choice
        label={say.text('settings.receiptLanguage')}
        how={say.text('settings.receiptLanguageHow')}
        data={languages(say)}
        value={receiptLanguage}
        onChange={(language) => form.setFieldValue('receiptLanguage', language)}
      />
    </Group>
  );
}
