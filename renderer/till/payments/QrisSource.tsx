import { TextInput } from '@mantine/core';
import { QrPicture } from '../../ui/QrPicture.tsx';
import styles from './Qris.module.css';
import type { QrisReading } from './use-qris-reading.ts';

interface QrisSourceProps {
  readonly reading: QrisReading;
  /** Of the field, and what stands below it. */
  readonly label: string;
  readonly how: string;
  /** Of the button that asks for a picture, and what stands below it. */
  readonly pick: string;
  readonly pickHow: string;
  /** What is added to what is wrong; empty for nothing. */
  readonly still?: string;
  /** Given to the field. */
  readonly first?: object;
}

/** Where a QRIS comes in: a field to paste or scan into, and a picture. */
export function QrisSource(props: QrisSourceProps) {
  const { reading, label, how, pick, pickHow, still = '', first = {} } = props;
  const faultAt = (at: 'field' | 'picture'): string => {
    const fault = reading.fault(at);
    return fault === '' || still === '' ? fault : `${fault} ${still}`;
  };
  const wrong = faultAt('field');
  return (
    <div className={styles.source}>
      <TextInput
        {...first}
        label={label}
        description={how}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={wrong === '' ? null : <span role="alert">{wrong}</span>}
        autoComplete="off"
        spellCheck={false}
        data-scans
        value={reading.text}
        onChange={reading.onChange}
        onPaste={reading.onPaste}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault(); // it would keep the form around it
          reading.onEnter();
        }}
      />
      <QrPicture
        label={pick}
        how={pickHow}
        isQuiet
        failure={faultAt('picture')}
        onRead={reading.onPicture}
      />
    </div>
  );
}
