import { type ChangeEvent, type ClipboardEvent, useEffect, useRef, useState } from 'react';
import { readQris } from '../../../domain/payments/qris.ts';
import { isCalledOff } from '../../ui/called-off.ts';
import { isPasted } from '../../ui/is-pasted.ts';
import { readQrPicture } from '../../ui/read-qr.ts';
import { type Say, useText } from '../../ui/use-text.ts';

/** A scanner that sends no Enter has ended when nothing came for so long. ms */
const SCAN_ENDED_MS = 300;

/** What was read last and cannot be taken: said beside where it came from. */
interface Fault {
  readonly at: 'field' | 'picture';
  /** `noQr`: a picture in which none could be read; else what was thrown. */
  readonly why: unknown;
}

/** A field and a picture that a QRIS is read from. */
export interface QrisReading {
  /** What stands in the field. */
  readonly text: string;
  readonly isReading: boolean;
  /** Why what was read last cannot be taken; empty for nothing. */
  fault(at: Fault['at']): string;
  onChange(event: ChangeEvent<HTMLInputElement>): void;
  /** Enter in the field, of a person or a scanner. */
  onEnter(): void;
  /** Of a picture in the clipboard; its text goes the way of the field. */
  onPaste(event: ClipboardEvent): void;
  /** What a picture says; undefined where none could be read in it. */
  onPicture(text: string | undefined): void;
}

/**
 * Reads a QRIS that is pasted, scanned into a field, or in a picture. What is typed is taken with
 * Enter, or when it is whole and nothing more comes.
 * @param take takes a text, or throws why it cannot be taken
 */
export function useQrisReading(take: (text: string) => void | Promise<void>): QrisReading {
  const say = useText();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  const [isReading, setIsReading] = useState(false);
  const ended = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(ended.current), []);

  const attempt = async (read: string | undefined, at: Fault['at']): Promise<void> => {
    clearTimeout(ended.current);
    setIsReading(true);
    try {
      if (read === undefined) return setFault({ at, why: 'noQr' });
      await take(read.trim());
      setFault(null);
      setText('');
    } catch (why) {
      setFault(isCalledOff(why) ? null : { at, why });
    } finally {
      setIsReading(false);
    }
  };
  const attemptTyped = (typed: string): void => {
    if (typed.trim() !== '' && !isReading) void attempt(typed, 'field');
  };
  return {
    text,
    isReading,
    fault: (at) => (fault?.at === at ? faultWords(fault.why, say) : ''),
    onChange: ({ currentTarget: { value }, nativeEvent }) => {
      clearTimeout(ended.current);
      setText(value);
      setFault(null);
      if (isPasted(nativeEvent)) attemptTyped(value);
      else if (isQris(value)) ended.current = setTimeout(attemptTyped, SCAN_ENDED_MS, value);
    },
    onEnter: () => attemptTyped(text),
    onPaste: (event) => {
      const [file] = event.clipboardData.files;
      if (!file) return;
      event.preventDefault();
      setIsReading(true);
      void readQrPicture(file).then((read) => attempt(read, 'field'));
    },
    onPicture: (read) => void attempt(read, 'picture'),
  };
}

function faultWords(why: unknown, say: Say): string {
  return why === 'noQr' ? say.text('payments.qris.noQr') : say.failure(why);
}

function isQris(text: string): boolean {
  try {
    return readQris(text).fields.length > 0;
  } catch {
    return false;
  }
}
