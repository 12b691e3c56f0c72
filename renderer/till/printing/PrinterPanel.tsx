import { Button, Radio, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Columns, PrinterSettings, type PrinterStatus } from '../../../domain/printing/printer.ts';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { tillQuery } from '../till-client.ts';
import styles from './PrinterPanel.module.css';
import { PrintQueue } from './PrintQueue.tsx';
import { useConfigure, usePrinterStatusNow, usePrintTest, useReprint } from './use-printer.ts';

interface PrinterPanelProps {
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
}

/** The printer in words: how it is, what waits for it, where it is, how wide its paper is. */
export function PrinterPanel({ offsetMinutes }: PrinterPanelProps) {
  const say = useText();
  const status = usePrinterStatusNow();
  const { data: settings } = useQuery(tillQuery.printing.settings.queryOptions());
  const reprint = useReprint();
  const printTest = usePrintTest();
  return (
    <div className={styles.panel}>
      {status && <PrinterState status={status} />}
      <PrintQueue status={status} offsetMinutes={offsetMinutes} />
      <div className={styles.acts}>
        <Button variant="default" onClick={printTest}>
          {say.text('printing.test')}
        </Button>
        <Button variant="default" onClick={() => reprint('last')}>
          {say.text('printing.reprintLast')}
        </Button>
      </div>
      {settings && (
        <PrinterForm key={`${settings.address} ${settings.columns}`} settings={settings} />
      )}
    </div>
  );
}

function PrinterState({ status }: { readonly status: PrinterStatus }) {
  const say = useText();
  const { state, reason, detail, pendingJobs } = status;
  const isWaiting = state === 'waiting';
  return (
    <div className={styles.state} data-state={state} role="status">
      <p>
        {isWaiting && reason !== null
          ? say.text(`printing.reason.${reason}`)
          : say.text(`printing.${state}Sentence`)}
      </p>
      {isWaiting && pendingJobs > 0 && (
        <p className={styles.detail}>
          {say.text('printing.pendingSentence', { count: pendingJobs })}
        </p>
      )}
      {detail !== '' && detail !== reason && <p className={styles.detail}>{detail}</p>}
    </div>
  );
}

const kinds = ['virtual', 'network', 'file'] as const;
type Kind = (typeof kinds)[number];
const kindKeys = {
  virtual: { name: 'printing.kindVirtual', how: 'printing.kindVirtualHow' },
  network: { name: 'printing.kindNetwork', how: 'printing.kindNetworkHow' },
  file: { name: 'printing.kindFile', how: 'printing.kindFileHow' },
} as const;
/** What stands in the address field when a kind is chosen anew. */
const startOf = { virtual: 'virtual', network: '', file: 'file:///dev/usb/lp0' } as const;

function kindOf(address: string): Kind {
  if (address === 'virtual') return 'virtual';
  return address.startsWith('file:') ? 'file' : 'network';
}

function PrinterForm({ settings }: { readonly settings: PrinterSettings }) {
  const say = useText();
  const configure = useConfigure();
  const [kind, setKind] = useState(kindOf(settings.address));
  const [draft, setDraft] = useState(settings);
  const [wrong, setWrong] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const isChanged = draft.address !== settings.address || draft.columns !== settings.columns;
  const choose = (chosen: Kind): void => {
    setKind(chosen);
    setWrong(null);
    const address = kindOf(settings.address) === chosen ? settings.address : startOf[chosen];
    setDraft({ ...draft, address });
  };
  const save = async (): Promise<void> => {
    setIsSaving(true);
    setWrong(await configure(draft));
    setIsSaving(false);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <div className={styles.choice}>
        <span>{say.text('printing.kind')}</span>
        <SegmentedControl
          fullWidth
          aria-label={say.text('printing.kind')}
          data={kinds.map((one) => ({ value: one, label: say.text(kindKeys[one].name) }))}
          value={kind}
          onChange={(chosen) => choose(kinds.find((one) => one === chosen) ?? 'virtual')}
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
          error={wrong}
          value={draft.address}
          onChange={(event) => {
            setWrong(null);
            setDraft({ ...draft, address: event.currentTarget.value });
          }}
        />
      )}
      <PaperWidth columns={draft.columns} onChange={(columns) => setDraft({ ...draft, columns })} />
      <Button
        type="submit"
        loading={isSaving}
        disabled={!isChanged}
        title={isChanged ? undefined : say.text('settings.nothingToSave')}
      >
        {say.text('printing.save')}
      </Button>
    </form>
  );
}

interface PaperWidthProps {
  readonly columns: Columns;
  readonly onChange: (columns: Columns) => void;
}

function PaperWidth({ columns, onChange }: PaperWidthProps) {
  const say = useText();
  return (
    <Radio.Group
      size="md"
      label={say.text('printing.columns')}
      value={String(columns)}
      onChange={(value) => onChange(Columns.parse(Number(value)))}
    >
      <div className={styles.columns}>
        {([32, 42, 48] as const).map((width) => (
          <Radio key={width} value={String(width)} label={say.text(`printing.columns${width}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}
