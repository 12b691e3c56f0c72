import { Button, Textarea } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconBrandWhatsapp, IconCopy } from '@tabler/icons-react';
import { type Ref, useRef, useState } from 'react';
import { whatsAppLink, whatsAppNumber } from '../../../../domain/whatsapp.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { useCopy } from '../../../ui/use-copy.ts';
import { useText } from '../../../ui/use-text.ts';
import { LineField } from '../../shifts/LineField.tsx';
import { Sheet, SheetColumns } from '../../shifts/Sheet.tsx';
import styles from './WhatsAppSheet.module.css';

interface WhatsAppSheetProps {
  /** The receipt in words; null while it is closed. */
  readonly text: string | null;
  readonly onClose: () => void;
}

/** A receipt to be sent: to whom, and its text to be copied where there is no network. */
export function WhatsAppSheet({ text, onClose }: WhatsAppSheetProps) {
  const say = useText();
  const title = say.text('day.whatsApp');
  return (
    <Sheet isOpen={text !== null} title={title} isBusy={false} onClose={onClose}>
      {text !== null && <Sending text={text} title={title} onClose={onClose} />}
    </Sheet>
  );
}

interface SendingProps {
  readonly text: string;
  readonly title: string;
  readonly onClose: () => void;
}

/** The number is of a person: it goes into the link and nowhere else. */
function Sending({ text, title, onClose }: SendingProps) {
  const say = useText();
  const copyText = useCopy({
    done: (now) => now.text('day.copied'),
    failed: (now) => now.text('day.copyFailed'),
  });
  const copy = (): void => void copyText(text);
  const [typed, setTyped] = useState('');
  const link = useRef<HTMLAnchorElement>(null);
  const number = whatsAppNumber(typed);
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'F6') return;
    event.preventDefault();
    if (!event.repeat) copy();
  });
  return (
    <SheetColumns
      title={title}
      isBusy={false}
      onClose={onClose}
      side={
        <>
          <LineField
            label={say.text('day.phone')}
            how={say.text('day.phoneHow')}
            lengthMax={30}
            value={typed}
            onValue={setTyped}
            onEnter={() => link.current?.click()}
            isFirst
          />
          {number === undefined && (
            <p role="alert" className={styles.wrong}>
              {say.text('day.phoneWrong')}
            </p>
          )}
        </>
      }
      foot={
        <>
          {number !== undefined && <OpenLink ref={link} href={whatsAppLink(text, number)} />}
          <CopyButton onCopy={copy} />
        </>
      }
    >
      <p>{say.text('day.whatsAppHow')}</p>
      <Textarea
        className={styles.text}
        aria-label={say.text('day.receiptText')}
        readOnly
        autosize
        minRows={8}
        maxRows={16}
        value={text}
      />
    </SheetColumns>
  );
}

interface OpenLinkProps {
  readonly ref: Ref<HTMLAnchorElement>;
  readonly href: string;
}

function OpenLink({ ref, href }: OpenLinkProps) {
  const say = useText();
  return (
    <Button
      ref={ref}
      component="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      size="lg"
      leftSection={<IconBrandWhatsapp aria-hidden size={20} />}
      rightSection={<KeyHint>Enter</KeyHint>}
      aria-keyshortcuts="Enter"
    >
      {say.text('day.openWhatsApp')}
    </Button>
  );
}

function CopyButton({ onCopy }: { readonly onCopy: () => void }) {
  const say = useText();
  return (
    <Button
      variant="default"
      size="lg"
      leftSection={<IconCopy aria-hidden size={20} />}
      rightSection={<KeyHint>F6</KeyHint>}
      aria-keyshortcuts="F6"
      onClick={onCopy}
    >
      {say.text('day.copyText')}
    </Button>
  );
}
