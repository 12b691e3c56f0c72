import { Button, Radio, SegmentedControl, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { parsePrinterAddress } from '../../../domain/printing/address.ts';
import { Columns, PrinterSettings } from '../../../domain/printing/printer.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { Said } from '../../ui/Said.tsx';
import { useKeptForm } from '../../ui/use-kept-form.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './PrinterPanel.module.css';
import { useConfigure } from './use-configure.tsx';

const kinds = ['virtual', 'network', 'file'] as const;
type Kind = (typeof kinds)[number];
const kindKeys = {
  virtual: { name: 'printing.kindVirtual', how: 'printing.kindVirtualHow' },
  network: { name: 'printing.kindNetwork', how: 'printing.kindNetworkHow' },
  file: { name: 'printing.kindFile', how: 'printing.kindFileHow' },
} as const;
/** What stands in the address field when a kind is chosen anew. */
const startOf = { virtual: 'virtual', network: '', file: 'file:///dev/usb/lp0' } as const;

interface PrinterDraft {
  kind: Kind;
  address: string;
  columns: string;
}

function draftOf({ address, columns }: PrinterSettings): PrinterDraft {
  return { kind: kindOf(address), address, columns: String(columns) };
}

function kindOf(address: string): Kind {
  if (address === 'virtual') return 'virtual';
  return address.startsWith('file:') ? 'file' : 'network';
}

/** Where the printer is and how wide its paper: kept and tried when a person says so. */
export function PrinterForm({ settings }: { readonly settings: PrinterSettings }) {
  const say = useText();
  const configure = useConfigure();
  const { form, keep, isChanged } = useKeptForm(draftOf(settings), {
    validate: { address: (address) => addressFault(address) },
  });
  const { kind } = form.values;
  const choose = (chosen: Kind): void => {
    const address = kindOf(settings.address) === chosen ? settings.address : startOf[chosen];
    form.setValues({ kind: chosen, address });
  };
  const notices = useNotices();
  const save = form.onSubmit(
    (draft) =>
      configure(
        { address: draft.address, columns: Columns.parse(Number(draft.columns)) },
        {
          onKept: (kept) => keep(draft, draftOf(kept)),
          onRefused: (fault) => form.setFieldError('address', fault),
        },
      ),
    notices.clear, // what became of an earlier choice
  );
  return (
    <form className={styles.form} onSubmit={save} noValidate>
      <div className={styles.choice}>
        <span>{say.text('printing.kind')}</span>
        <SegmentedControl
          fullWidth
          aria-label={say.text('printing.kind')}
          data={kinds.map((one) => ({ value: one, label: say.text(kindKeys[one].name) }))}
          value={kind}
          onChange={choose}
        />
        <p>{say.text(kindKeys[kind].how)}</p>
      </div>
      {kind !== 'virtual' && (
        <TextInput
          label={say.text('printing.address')}
          maxLength={PrinterSettings.shape.address.maxLength ?? undefined}
          spellCheck={false}
          autoComplete="off"
          placeholder={kind === 'network' ? '192.168.1.50' : startOf.file}
          {...form.getInputProps('address')}
        />
      )}
      <PaperWidth
        value={form.values.columns}
        onChange={(columns) => form.setFieldValue('columns', columns)}
      />
      <Button
        type="submit"
        loading={form.submitting}
        disabled={!isChanged()}
        title={isChanged() ? undefined : say.text('settings.nothingToSave')}
      >
        {say.text('printing.save')}
      </Button>
    </form>
  );
}

/** Why this is no printer's address; null when it is one. */
function addressFault(address: string): ReactNode {
  if (address.trim() === '') return <Said words={(say) => say.text('printing.addressNeeded')} />;
  try {
    parsePrinterAddress(address.trim());
    return null;
  } catch (error) {
    return <Said words={(say) => say.failure(error)} />;
  }
}

interface PaperWidthProps {
  readonly value: string;
  readonly onChange: (columns: string) => void;
}

function PaperWidth({ value, onChange }: PaperWidthProps) {
  const say = useText();
  return (
    <Radio.Group size="md" label={say.text('printing.columns')} value={value} onChange={onChange}>
      <div className={styles.columns}>
        {([32, 42, 48] as const).map((width) => (
          <Radio key={width} value={String(width)} label={say.text(`printing.columns${width}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
