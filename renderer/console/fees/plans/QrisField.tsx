import { Button, Textarea } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { LapakError } from '../../../../domain/errors.ts';
import { readQris } from '../../../../domain/payments/qris.ts';
import { readQrPicture } from '../../../ui/read-qr.ts';
import { type Say, useText } from '../../../ui/use-text.ts';

interface QrisFieldProps {
  readonly qris: string;
  readonly onQris: (qris: string) => void;
}

/** What a static QRIS says: pasted, or read from a picture of it, which stays in the browser. */
export function QrisField({ qris, onQris }: QrisFieldProps) {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const read = useMutation({
    mutationFn: async (picture: File) => (await readQrPicture(picture)) ?? '',
    onSuccess: (text) => {
      if (text !== '') onQris(text);
    },
  });
  return (
    <>
      <Textarea
        autosize
        minRows={2}
        label={say.text('fees.accounts.qris')}
        spellCheck={false}
        maxLength={512}
        value={qris}
        onChange={(event) => onQris(event.currentTarget.value)}
      />
      <Button
        variant="default"
        leftSection={<IconQrcode aria-hidden size={20} />}
        loading={read.isPending}
        onClick={() => input.current?.click()}
      >
        {say.text('fees.accounts.qrisPick')}
      </Button>
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          currentTarget.value = ''; // the same can be chosen again
          if (file) read.mutate(file);
        }}
      />
      {read.data === '' && <p role="alert">{say.text('fees.accounts.qrisNone')}</p>}
      {qris !== '' && qrisFault(qris, say) === '' && <p role="status">{merchantIn(qris, say)}</p>}
    </>
  );
}

/** Why a text is no QRIS of the static kind; empty where it is one, or nothing. */
export function qrisFault(text: string, say: Say): string {
  if (text.trim() === '') return '';
  try {
    const { kind } = readQris(text);
    return kind === 'static' ? '' : say.failure(new LapakError('QRIS_ONE_TIME', {}));
  } catch (error) {
    return say.failure(error);
  }
}

function merchantIn(text: string, say: Say): string {
  const { merchant, city } = readQris(text);
  return say.text('fees.accounts.qrisOk', { merchant, city });
}
