import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { MESSAGE_TEXT_MAX } from '../../../domain/fees/message-bounds.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { useText } from '../../ui/use-text.ts';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import { SheetFailure } from '../shifts/SheetFailure.tsx';
import sheet from '../shifts/Sheet.module.css';
import { useDoing } from '../shifts/use-doing.ts';
import { till } from '../till-client.ts';
import type { Disputable } from './BillList.tsx';
import styles from './Fees.module.css';
import { PhotoField } from './PhotoField.tsx';
import { base64Of } from '../../ui/shrink-photo.ts';
import { usePhoto } from '../../ui/use-photo.ts';

interface DisputeSheetProps {
  readonly about: Disputable;
  readonly onBusy: (isBusy: boolean) => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** What is wrong with a charge or a reading, in words, and a photo of it. */
export function DisputeSheet({ about, onBusy, onDone, onClose }: DisputeSheetProps) {
  const say = useText();
  const notices = useNotices();
  const ids = useActId();
  const [text, setText] = useState('');
  const photo = usePhoto();
  const { isBusy, error, run } = useDoing(onBusy);
  const button = useRef<HTMLButtonElement>(null);
  const isMissing = text.trim() === '';
  const why = isMissing ? 'fees.textNeeded' : photo.isShrinking ? 'fees.photoShrinks' : null;
  const send = (): void => {
    if (why !== null) return;
    run(async () => {
      const message = { kind: 'dispute', about: about.id, text } as const;
      const picture = photo.bytes && base64Of(photo.bytes);
      await till.fees.send({ id: ids.of([message, picture]), message, photo: picture });
      ids.done();
      notices.done((now) => now.text('fees.told'));
      onDone();
    });
  };
  return (
    <SheetColumns
      title={say.text('fees.dispute')}
      isBusy={isBusy}
      onClose={onClose}
      side={
        <>
          <p className={styles.label}>{about.words}</p>
          <p className={sheet.how}>{say.text('fees.disputeHow')}</p>
          <div className={styles.spring} />
          <SheetFailure error={error} />
          <ConfirmButton ref={button} isOff={isBusy || why !== null} onPress={send}>
            {say.text(why ?? 'fees.send')}
          </ConfirmButton>
        </>
      }
    >
      <TextInput
        data-autofocus
        label={say.text('fees.disputeText')}
        autoComplete="off"
        maxLength={MESSAGE_TEXT_MAX}
        value={text}
        onChange={({ currentTarget: { value } }) => setText(value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (!event.repeat) button.current?.focus(); // a scanner's Enter must not send
        }}
      />
      <PhotoField photo={photo} />
    </SheetColumns>
  );
}
