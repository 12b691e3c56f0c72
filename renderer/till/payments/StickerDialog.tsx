import { Button } from '@mantine/core';
import { IconAlertOctagon, IconShieldCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { paymentsPageId } from '../../../domain/payments/page/text.id.ts';
import { readQris, readStaticQris } from '../../../domain/payments/qris.ts';
import { ownerOf, type StickerCheck } from '../../../domain/payments/sticker.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import { firstFocus, TopDialog } from '../staff/TopDialog.tsx';
import { till } from '../till-client.ts';
import { OtherAtHub } from './OtherAtHub.tsx';
import styles from './Qris.module.css';
import { QrisOwnerList } from './QrisOwnerList.tsx';
import { QrisSource } from './QrisSource.tsx';
import { type QrisReading, useQrisReading } from './use-qris-reading.ts';
import { useSticker } from './use-sticker.ts';

learnWords(paymentsPageId);

interface StickerDialogProps {
  /** The stall's own. */
  readonly qris: string;
  readonly onClose: () => void;
}

/** Asks for the sticker at the counter, and says whose it is. */
export function StickerDialog({ qris, onClose }: StickerDialogProps) {
  const say = useText();
  const [check, setCheck] = useState<StickerCheck | null>(null);
  const reading = useQrisReading(async (text) => {
    readQris(text); // throws why it is none
    setCheck(await till.payments.checkSticker({ qris: text }));
  });
  if (!check) {
    return (
      <TopDialog
        key="ask"
        title={say.text('payments.sticker.title')}
        onClose={onClose}
        onKey={(event) => toField(event, reading)}
      >
        <Question qris={qris} reading={reading} onClose={onClose} />
      </TopDialog>
    );
  }
  if (check.difference === null) {
    return (
      <TopDialog key="same" title={say.text('payments.sticker.same')} onClose={onClose}>
        <Same check={check} onClose={onClose} />
      </TopDialog>
    );
  }
  return (
    <TopDialog key="other" title={say.text('payments.sticker.other')} isAlarm waitsForRest>
      <Other check={check} onAgain={() => setCheck(null)} onClose={onClose} />
    </TopDialog>
  );
}

/** The field hears Enter, and what a scanner types while the focus is elsewhere. */
function toField(event: KeyboardEvent, reading: QrisReading): void {
  const isInField = event.target instanceof HTMLInputElement;
  if (event.key === 'Enter' && isInField) {
    event.preventDefault();
    reading.onEnter();
  } else if (!isInField && [...event.key].length === 1 && event.key !== ' ') {
    document.querySelector<HTMLElement>('dialog [data-first]')?.focus();
  }
}

interface QuestionProps extends StickerDialogProps {
  readonly reading: QrisReading;
}

function Question({ qris, reading, onClose }: QuestionProps) {
  const say = useText();
  const notices = useNotices();
  const asks = useSticker()?.asks;
  const putOff = async (): Promise<void> => {
    try {
      await till.payments.putOffSticker();
      onClose();
    } catch (error) {
      notices.failed(error);
    }
  };
  return (
    <div className={styles.question}>
      <p>{say.text('payments.sticker.why')}</p>
      <OtherAtHub />
      <div className={styles.both}>
        <Named title={say.text('payments.sticker.registered')}>
          <QrisOwnerList {...ownerOf(readStaticQris(qris))} />
        </Named>
        <QrisSource
          reading={reading}
          label={say.text('payments.sticker.scan')}
          how={say.text('payments.sticker.scanHow')}
          pick={say.text('payments.sticker.pick')}
          pickHow={say.text('payments.sticker.pickHow')}
          first={firstFocus}
        />
      </div>
      {asks === 'due' && (
        <div className={styles.end}>
          <Button variant="default" onClick={() => void putOff()}>
            {say.text('payments.sticker.later')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** A second Enter of the scanner, right behind the first, must press nothing. */
const noButtonFirst = { ...firstFocus, tabIndex: -1 } as const;

interface ResultProps {
  readonly check: StickerCheck;
  readonly onClose: () => void;
}

function Same({ check, onClose }: ResultProps) {
  const say = useText();
  return (
    <div {...noButtonFirst} className={styles.question}>
      <p className={styles.same} role="status">
        <IconShieldCheck aria-hidden size={40} />
        {say.text('payments.sticker.sameHow')}
      </p>
      <QrisOwnerList {...check.found} />
      <div className={styles.end}>
        <Button size="lg" onClick={onClose}>
          {say.text('payments.sticker.done')}
        </Button>
      </div>
    </div>
  );
}

const steps = [
  'payments.sticker.doTakeDown',
  'payments.sticker.doTell',
  'payments.sticker.doRefuse',
] as const;

function Other({ check, onAgain, onClose }: ResultProps & { readonly onAgain: () => void }) {
  const say = useText();
  const { difference, own, found } = check;
  const why = difference === 'account' ? 'otherAccount' : 'otherWhy';
  return (
    <div {...noButtonFirst} className={styles.other} role="alert">
      <p className={styles.alarm}>
        <IconAlertOctagon aria-hidden size={40} />
        {say.text(`payments.sticker.${why}`)}
      </p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{say.text(step)}</li>
        ))}
      </ol>
      <div className={styles.both}>
        <Named title={say.text('payments.sticker.registered')}>
          <QrisOwnerList {...own} />
        </Named>
        <Named title={say.text('payments.sticker.found')}>
          <QrisOwnerList {...found} />
        </Named>
      </div>
      <p>{say.text('payments.sticker.written')}</p>
      <div className={styles.end}>
        <Button size="lg" variant="default" onClick={onAgain}>
          {say.text('payments.sticker.again')}
        </Button>
        <Button size="lg" className={styles.understood} onClick={onClose}>
          {say.text('payments.sticker.understood')}
        </Button>
      </div>
    </div>
  );
}

function Named({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.named} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
