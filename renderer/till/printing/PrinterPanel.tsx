import { Button, Drawer, Radio, SegmentedControl, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import {
  Columns,
  type PrinterSettings,
  type PrinterStatus,
} from '../../../domain/printing/printer.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { till, tillQuery } from '../till-client.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './PrinterPanel.module.css';
import { usePrinterStatus, useReprint } from './use-printer.ts';

interface PrinterPanelProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The printer in words: how it is, what waits for it, where it is, how wide its paper is. */
export function PrinterPanel({ isOpen, onClose }: PrinterPanelProps) {
  const say = useText();
  const status = usePrinterStatus();
  const { data: settings } = useQuery(tillQuery.printing.settings.queryOptions());
  const reprint = useReprint();
  const printTest = usePrintTest();
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      size="min(440px, 100vw)"
      title={say.text('printing.panel')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      transitionProps={{ duration: 120, exitDuration: 0 }}
    >
      <div className={styles.panel}>
        {status && <PrinterState status={status} />}
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
    </Drawer>
  );
}

function PrinterState({ status }: { readonly status: PrinterStatus }) {
  const say = useText();
  return (
    <div className={styles.state} data-state={status.state} role="status">
      <p>{say.text(`printing.${status.state}Sentence`, { count: status.pendingJobs })}</p>
      {status.detail !== '' && <p className={styles.detail}>{status.detail}</p>}
    </div>
  );
}

/** The kinds of connection by how their addresses begin. */
const kinds = [
  { kind: 'virtual', textKey: 'printing.kindVirtual', start: 'virtual' },
  { kind: 'network', textKey: 'printing.kindNetwork', start: 'tcp://' },
  { kind: 'file', textKey: 'printing.kindFile', start: 'file:///dev/usb/lp0' },
] as const;
const howKeys = {
  virtual: 'printing.kindVirtualHow',
  network: 'printing.kindNetworkHow',
  file: 'printing.kindFileHow',
} as const;

function PrinterForm({ settings }: { readonly settings: PrinterSettings }) {
  const say = useText();
  const [draft, setDraft] = useState(settings);
  const configure = useConfigure();
  const kind = kinds.find(({ start }) => draft.address.startsWith(start.slice(0, 6)))?.kind;
  const isChanged = draft.address !== settings.address || draft.columns !== settings.columns;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        configure(draft);
      }}
    >
      <div className={styles.choice}>
        <span>{say.text('printing.kind')}</span>
        <SegmentedControl
          fullWidth
          aria-label={say.text('printing.kind')}
          data={kinds.map((one) => ({ value: one.kind, label: say.text(one.textKey) }))}
          value={kind ?? 'network'}
          onChange={(chosen) => {
            const start = kinds.find((one) => one.kind === chosen)?.start ?? 'virtual';
            setDraft({
              ...draft,
              address: settings.address.startsWith(start) ? settings.address : start,
            });
          }}
        />
        <p>{say.text(howKeys[kind ?? 'network'])}</p>
      </div>
      {kind !== 'virtual' && (
        <TextInput
          label={say.text('printing.address')}
          spellCheck={false}
          autoComplete="off"
          placeholder="tcp://192.168.1.50:9100"
          value={draft.address}
          onChange={(event) => setDraft({ ...draft, address: event.currentTarget.value })}
        />
      )}
      <Radio.Group
        size="md"
        label={say.text('printing.columns')}
        value={String(draft.columns)}
        onChange={(value) => setDraft({ ...draft, columns: Columns.parse(Number(value)) })}
      >
        <div className={styles.columns}>
          {([32, 42, 48] as const).map((columns) => (
            <Radio
              key={columns}
              value={String(columns)}
              label={say.text(`printing.columns${columns}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <Button
        type="submit"
        disabled={!isChanged}
        title={isChanged ? undefined : say.text('settings.nothingToSave')}
      >
        {say.text('printing.save')}
      </Button>
    </form>
  );
}

function useConfigure(): (settings: PrinterSettings) => void {
  const say = useText();
  const notices = useNotices();
  const client = useQueryClient();
  return (settings) => {
    till.printing.configure(settings).then(
      (kept) => {
        client.setQueryData(tillQuery.printing.settings.queryKey(), kept);
        notices.done(say.text('printing.saved'));
      },
      (error: unknown) => notices.warn(say.failure(error)),
    );
  };
}

function usePrintTest(): () => void {
  const say = useText();
  const notices = useNotices();
  return () => {
    till.printing.printTest().then(
      () => notices.done(say.text('printing.testQueued')),
      (error: unknown) => notices.warn(say.failure(error)),
    );
  };
}
