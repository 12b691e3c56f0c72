import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { terbilangRupiah } from '../../../domain/fees/papers/terbilang.ts';
import type { ShownCredit } from '../../../domain/fees/till-state.ts';
import { periodWords } from '../../../domain/fees/till-words.ts';
import { writtenDate } from '../../../domain/time.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useActId } from '../../ui/use-act-id.ts';
import { useText } from '../../ui/use-text.ts';
import { useDoing } from '../shifts/use-doing.ts';
import { till } from '../till-client.ts';
import styles from './Fees.module.css';

interface KuitansiProps {
  readonly credit: ShownCredit;
  /** Whose it is. */
  readonly keeper: 'hub' | 'own';
  readonly canUndo: boolean;
  readonly onClose: () => void;
}

/** A payment as its paper says it, to print, and in a ledger of one's own to take back. */
export function Kuitansi({ credit, keeper, canUndo, onClose }: KuitansiProps) {
  const say = useText();
  const { isBusy, print, undo } = useKuitansiActs(credit, onClose);
  const [isAsking, setIsAsking] = useState(false);
  const { amountRupiah, kuitansi, isReversed, isPrinted, takenFrom } = credit;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say.text(keeper === 'hub' ? 'fees.paperKuitansi' : 'fees.paperOwn')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
    >
      <div className={styles.kuitansi}>
        <p className={styles.number}>{kuitansi}</p>
        {isReversed && <Void credit={credit} />}
        <Facts credit={credit} />
        <p className={styles.sum}>{say.money(amountRupiah)}</p>
        <p className={styles.soft} lang="id">
          {terbilangRupiah(amountRupiah)}
        </p>
        <div className={styles.acts}>
          <Button loading={isBusy} onClick={print} data-autofocus>
            {say.text(isPrinted ? 'fees.printAgain' : 'fees.print')}
          </Button>
          {canUndo && !isReversed && (
            <Button variant="default" onClick={() => setIsAsking(true)}>
              {say.text('fees.undo')}
            </Button>
          )}
        </div>
      </div>
      <Ask
        isOpen={isAsking}
        title={say.text('fees.undo')}
        keep={say.text('fees.undoKeep')}
        onKeep={() => setIsAsking(false)}
        act={say.text('fees.undo')}
        onAct={() => {
          setIsAsking(false);
          undo();
        }}
      >
        {say.text('fees.undoAsk')}
        {takenFrom !== null &&
          ` ${say.text(`fees.moneyBack.${takenFrom}`, { amount: amountRupiah })}`}
      </Ask>
    </Modal>
  );
}

/** That it was taken back, when, and why. */
function Void({ credit: { reversed } }: Pick<KuitansiProps, 'credit'>) {
  const say = useText();
  const { on = '', note: reason = '' } = reversed ?? {};
  return (
    <>
      <p className={styles.void}>{say.text('fees.paperVoid')}</p>
      {reason !== '' && (
        <p role="note">{say.text('fees.voidHow', { date: writtenDate(on), reason })}</p>
      )}
    </>
  );
}

/** When and how it was paid, and what for. */
function Facts({ credit }: Pick<KuitansiProps, 'credit'>) {
  const say = useText();
  const { amountRupiah, paid, isReversed } = credit;
  const settled = paid.reduce((sum, one) => sum + one.amountRupiah, 0);
  const ahead = amountRupiah - (isReversed ? settled : credit.usedRupiah);
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{say.text('fees.paperDate')}</dt>
        <dd>{writtenDate(credit.on)}</dd>
      </div>
      <div>
        <dt>{say.text('fees.paperHow')}</dt>
        <dd>{say.text(`fees.credit.${credit.kind}`)}</dd>
      </div>
      {paid.map(({ kind, period, amountRupiah: part, basis }) => (
        <div key={`${kind} ${period}`}>
          <dt>
            {say.text(`fees.charge.${kind}`)} {periodWords(period, say.language)}
            {basis !== '' && <small>{say.text('fees.basis', { basis })}</small>}
          </dt>
          <dd>{say.money(part)}</dd>
        </div>
      ))}
      {ahead > 0 && (
        <div>
          <dt>{say.text('fees.advance')}</dt>
          <dd>{say.money(ahead)}</dd>
        </div>
      )}
    </dl>
  );
}

function useKuitansiActs({ id: credit, kuitansi }: ShownCredit, onClose: () => void) {
  const notices = useNotices();
  const ids = useActId();
  const { isBusy, run } = useDoing(() => undefined);
  const doing = (work: () => Promise<void>): void =>
    run(async () => {
      await work().catch(notices.failed);
    });
  return {
    isBusy,
    print: () =>
      doing(async () => {
        await till.fees.printKuitansi({ number: kuitansi ?? '' });
        notices.done((say) => say.text('fees.printed'));
      }),
    undo: () =>
      doing(async () => {
        await till.fees.undo({ id: ids.of({ credit }), credit });
        notices.done((say) => say.text('fees.undone'));
        onClose();
      }),
  };
}
