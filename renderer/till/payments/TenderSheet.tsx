import { QrisTender } from './QrisTender.tsx';
import { CreditTender } from './CreditTender.tsx';
import { CardTender, TransferTender } from './WrittenTender.tsx';
import { paymentsPageId } from '../../../domain/payments/page/text.id.ts';
import type { Tendering } from '../../../domain/sales/register-state.ts';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { learnWords } from '../../ui/use-text.ts';

learnWords(paymentsPageId);

interface TenderSheetProps {
  readonly tendering: Tendering;
  /** The stall's own static QRIS; empty where it has told none. */
  readonly qris: string;
}

/** A payment without cash, over the sums of the payment that it is a part of. */
export function TenderSheet({ tendering, qris }: TenderSheetProps) {
  const { kind, amountRupiah, code = '' } = tendering;
  return (
    <FreshSurface of={kind}>
      {kind === 'qris' && <QrisTender amountRupiah={amountRupiah} qris={qris} />}
      {kind === 'card' && <CardTender amountRupiah={amountRupiah} />}
      {kind === 'credit' && <CreditTender key={code} amountRupiah={amountRupiah} scanned={code} />}
      {kind === 'transfer' && <TransferTender amountRupiah={amountRupiah} />}
    </FreshSurface>
  );
}
