import { Textarea } from '@mantine/core';
import { readStaticQris } from '../../../../domain/payments/qris.ts';
import { QrisPicture } from '../../../ui/papers/QrisPicture.tsx';
import { type Say, useText } from '../../../ui/use-text.ts';

interface QrisFieldProps {
  readonly qris: string;
  readonly onQris: (qris: string) => void;
}

/** What a static QRIS says: pasted, or read from a picture of it, which stays in the browser. */
export function QrisField({ qris, onQris }: QrisFieldProps) {
  const say = useText();
  const isWhole = qris.trim() !== '' && qrisFault(qris, say) === '';
  return (
    <>
      <Textarea
        autosize
        minRows={2}
        label={say.text('console.fees.accounts.qris')}
        spellCheck={false}
        maxLength={512}
        value={qris}
        onChange={(event) => onQris(event.currentTarget.value)}
      />
      <QrisPicture qris={isWhole ? qris : null} onQris={onQris} />
    </>
  );
}

/** Why a text is no static QRIS that is whole; empty where it is one, or nothing. */
export function qrisFault(text: string, say: Say): string {
  if (text.trim() === '') return '';
  try {
    readStaticQris(text);
    return '';
  } catch (error) {
    return say.failure(error);
  }
}
