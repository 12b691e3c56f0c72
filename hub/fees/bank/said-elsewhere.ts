import { MONEY } from '../../../domain/fees/postings.ts';

/**
 * Of a posting: whether one of its sides needs no row of its account, in SQL that both databases
 * know. An acquirer's rows are gross: what it kept stands in the row that was paid, and what it
 * paid out is a row of the mall's bank.
 * @param of what stands before the columns, as `NEW`
 */
export function saidElsewhere(of: string, side: 'debit' | 'credit'): string {
  const other = `${of}.${side === 'debit' ? 'credit' : 'debit'}`;
  return `((${other} = 'acquirer-fee' OR ${other} LIKE '${MONEY}%')
    AND EXISTS (SELECT 1 FROM fee_account
      WHERE code = substr(${of}.${side}, ${MONEY.length + 1}) AND holds = 'qris'))`;
}
