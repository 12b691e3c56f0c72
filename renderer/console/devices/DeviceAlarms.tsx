import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Device, SETTLE_NOTE_MAX } from '../../../domain/enrolment/manage-contract.ts';
import type { DeviceAlarm } from '../../../domain/sync/alarm.ts';
import { zonedStamp, zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { Alarm } from '../reports/Alarms.tsx';
import { Dialog } from '../system/Dialog.tsx';
import { failureWords } from '../system/failure-words.ts';
import form from '../system/form.module.css';
import { refuseBlank } from '../system/refuse-blank.ts';
import styles from './DeviceAlarms.module.css';
import { useDeviceActs } from './use-devices.ts';

/** What is the matter with a till, since when, what to do, and the button that ends it. */
export function DeviceAlarms({ device }: { readonly device: Device }) {
  const say = useText();
  const [settling, setSettling] = useState<DeviceAlarm['kind'] | null>(null);
  const close = (): void => setSettling(null);
  return (
    <div className={styles.alarms}>
      {device.alarms.map(({ kind, sinceMs }) => (
        <Alarm key={kind} kind={kind}>
          {sinceMs !== null && (
            <span>{say.text('devices.since', { stamp: zonedStamp(sinceMs, zones.WIB) })} </span>
          )}
          <Button
            variant="default"
            className={styles.settle ?? ''}
            onClick={() => setSettling(kind)}
          >
            {say.text('devices.settle')}
          </Button>
        </Alarm>
      ))}
      <Dialog isOpen={settling !== null} title={say.text('devices.settleTitle')} onClose={close}>
        {settling !== null && <Settle device={device} alarm={settling} onDone={close} />}
      </Dialog>
    </div>
  );
}

interface SettleProps {
  readonly device: Device;
  readonly alarm: DeviceAlarm['kind'];
  readonly onDone: () => void;
}

/** Begun anew for each alarm: what was noted of one is not said of the next. */
function Settle({ device, alarm, onDone }: SettleProps) {
  const say = useText();
  const [note, setNote] = useState('');
  const { settle } = useDeviceActs();
  return (
    <form
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        settle.mutate({ device, alarm, note }, { onSuccess: onDone });
      }}
    >
      <p>{say.text('devices.settleHow')}</p>
      <TextInput
        data-autofocus
        required
        label={say.text('devices.settleNote')}
        placeholder={say.text('devices.settleNoteHint')}
        maxLength={SETTLE_NOTE_MAX}
        value={note}
        onChange={({ currentTarget }) => {
          refuseBlank(currentTarget, say.text('console.blank'));
          setNote(currentTarget.value);
        }}
      />
      {settle.error && <p role="alert">{failureWords(settle.error, say)}</p>}
      <Button type="submit" loading={settle.isPending}>
        {say.text('devices.settle')}
      </Button>
    </form>
  );
}
