import { Button } from '@mantine/core';
import { dynamicQris, QRIS_MAX_RUPIAH } from '../../../domain/payments/qris-dynamic.ts';
import { sumWithCode } from '../../../domain/fees/sum-with-code.ts';
import type { FeesState, ShownLedger } from '../../../domain/fees/till-state.ts';
import { Figure } from '../../ui/Figure.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import styles from './Fees.module.css';
import { nextWords } from './next-words.ts';

interface PaySheetProps {
  readonly state: FeesState;
  readonly onClaim: () => void;
  readonly onCash: () => void;
  readonly onClose: () => void;
}

/** How to pay: a QR that asks for the sum, or a transfer, with the stall's own three digits. */
export function PaySheet({ state, onClaim, onCash, onClose }: PaySheetProps) {
  const say = useText();
  const { ledger, remark } = state;
  const amount = amountOf(ledger);
  const qris = ledger.accounts.find((account) => account.qris !== null);
  const isWithout = !qris && banksOf(ledger).length === 0;
  return (
    <SheetColumns
      title={say.text('fees.pay')}
      isBusy={false}
      onClose={onClose}
      side={
        <>
          {ledger.payableRupiah === 0 && <NothingYet next={ledger.next} />}
          {amount > 0 && <Transfer ledger={ledger} amount={amount} remark={remark} />}
          <div className={styles.spring} />
          <ConfirmButton isFirst onPress={onClaim}>
            {say.text('fees.claim')}
          </ConfirmButton>
        </>
      }
    >
      {qris && amount > 0 && <Qris payload={qris.qris ?? ''} amount={amount} remark={remark} />}
      {isWithout && <p>{say.text('fees.noAccounts')}</p>}
      <Button className={styles.cash} variant="default" onClick={onCash}>
        {say.text('fees.cashFromDrawer')}
      </Button>
    </SheetColumns>
  );
}

/** Above what will be asked for next: that nobody has to pay it yet. */
function NothingYet({ next }: Pick<ShownLedger, 'next'>) {
  const say = useText();
  return (
    <p role="note">
      <strong>{say.text('fees.nothingYet')}</strong> {next && nextWords(next, say)}
    </p>
  );
}

interface TransferProps {
  readonly ledger: ShownLedger;
  readonly amount: number;
  readonly remark: string;
}

/** The sum, and what is typed at a bank to transfer it. */
function Transfer({ ledger, amount, remark }: TransferProps) {
  const say = useText();
  const banks = banksOf(ledger);
  const code = String(ledger.code ?? '').padStart(3, '0');
  return (
    <>
      <p className={styles.label}>{say.text('fees.transferAmount')}</p>
      <strong className={styles.sum}>
        <Figure text={say.money(amount)} />
      </strong>
      {ledger.code !== null && <p className={styles.soft}>{say.text('fees.codeHow', { code })}</p>}
      {banks.map(({ account, label }) => (
        <Copied key={account} label={say.text('fees.transferTo')} text={label} />
      ))}
      {banks.length > 0 && (
        <>
          <Copied
            label={say.text('fees.transferAmount')}
            text={String(amount)}
            shown={say.money(amount)}
          />
          <Copied label={say.text('fees.transferRemark')} text={remark} />
        </>
      )}
    </>
  );
}

function banksOf({ accounts }: ShownLedger): ShownLedger['accounts'] {
  return accounts.filter(({ holds }) => holds === 'bank');
}

/** What is to be paid, with the digits by which the mall knows who pays. */
export function amountOf({ payableRupiah, next, code }: ShownLedger): number {
  const owed = payableRupiah > 0 ? payableRupiah : (next?.amountRupiah ?? 0);
  return sumWithCode(owed, code ?? 0);
}

interface QrisProps {
  /** What the mall's own QRIS says. */
  readonly payload: string;
  readonly amount: number;
  readonly remark: string;
}

function Qris({ payload, amount, remark }: QrisProps) {
  const say = useText();
  if (amount > QRIS_MAX_RUPIAH) return <p>{say.text('fees.qrisTooMuch')}</p>;
  const asked = askingFor(payload, amount, remark);
  if (typeof asked !== 'string') return <p role="alert">{failureOf(asked, say)}</p>;
  return (
    <figure className={styles.qris}>
      <QrCode text={asked} label={say.text('fees.qrisOf', { amount })} />
      <figcaption>{say.text('fees.qrisAmount', { amount })}</figcaption>
    </figure>
  );
}

/** The QR's text, or why there is none. */
function askingFor(payload: string, amount: number, remark: string): string | { error: unknown } {
  try {
    return dynamicQris(payload, amount, remark);
  } catch (error) {
    return { error };
  }
}

function failureOf({ error }: { readonly error: unknown }, say: Say): string {
  return say.failure(error);
}

interface CopiedProps {
  readonly label: string;
  readonly text: string;
  /** Where it is read otherwise than it is copied. */
  readonly shown?: string;
}

/** Something to type at a bank, large, with a button that copies it. */
function Copied({ label, text, shown = text }: CopiedProps) {
  const say = useText();
  const copy = useCopy({
    done: (now) => now.text('fees.copied', { what: label }),
    failed: (now) => now.text('fees.copyFailed', { what: label }),
  });
  return (
    <div className={styles.copied}>
      <div>
        <span className={styles.soft}>{label}</span>
        <strong>{shown}</strong>
      </div>
      <Button
        size="compact-md"
        variant="default"
        aria-label={`${say.text('fees.copy')}: ${label}`}
        onClick={() => void copy(text)}
      >
        {say.text('fees.copy')}
      </Button>
    </div>
  );
}
