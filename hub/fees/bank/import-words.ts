import {
  type FileGap,
  type ImportReport,
  type LineReason,
  REPORTED_ROWS_MAX,
} from '../../../domain/fees/bank/import-report.ts';
import { notedReasons, rejectedReasons } from '../../../domain/fees/bank/told-reasons.ts';
import type { RowReason } from '../../../domain/tables/row-reasons.ts';
import type { RowLine } from '../../../domain/fees/bank/order-days.ts';
import type { Translator } from '../../../domain/text.ts';
import { hashOf } from '../../../node/crypto/signing.ts';
import type { MallAccount } from './account-store.ts';
import type { ReadBankFile } from './read-file.ts';
import type { NewRow } from './row-store.ts';
import type { KeptSettled } from './statement-store.ts';

/** What a file would add, and whose it is. */
export interface PlannedFile {
  readonly account: MallAccount | null;
  readonly mall: string;
  readonly isNew: boolean;
  readonly added: readonly NewRow[];
  /** Known rows that get another place in their day. */
  readonly moved: readonly RowLine[];
  /** Known rows that get the words of the file. */
  readonly renamed: readonly NewRow[];
  readonly settled: readonly KeptSettled[];
  /** Whether this very file was taken in before, or is of no account of a mall. */
  readonly isAgain: boolean;
  readonly known: number;
  readonly gaps: readonly FileGap[];
  readonly refusal: ImportReport['refusal'];
}

/** Of all that a file adds, row by row: SHA-256, hex. */
export function digestOf({ account, mall, isNew, added, settled, refusal }: PlannedFile): string {
  const told = [
    [account?.account ?? null, mall, isNew, refusal],
    added.map(({ row }) => row),
    settled.map(({ row }) => row),
  ];
  return hashOf(Buffer.from(JSON.stringify(told), 'utf8'));
}

/** What an import does to its file, told. */
export function reportOf(
  planned: PlannedFile,
  { name, kind, read }: ReadBankFile,
  speaker: Translator,
): ImportReport {
  const { account, mall, isNew, known, gaps, refusal } = planned;
  const statement = kind === 'statement' ? read : null;
  const rejectedRows = new Set(read.rejected.map(({ row }) => row)).size;
  const pending = statement?.rows.filter(({ isPending }) => isPending).length ?? 0;
  return {
    file: name,
    kind,
    profile: read.profile,
    account: account?.account ?? null,
    mall,
    isNewAccount: isNew,
    from: statement?.period?.from ?? null,
    to: statement?.period?.to ?? null,
    rows: read.rows.length + rejectedRows,
    added: new Set([...planned.added, ...planned.settled].map(({ row }) => row)).size,
    known,
    renamed: planned.renamed.length,
    pending,
    openingSen: statement?.openingSen ?? null,
    closingSen: statement?.closingSen ?? null,
    balanced: statement ? statement.isBalanced : read.rejected.length === 0,
    refusal,
    gaps: [...gaps],
    rejectedRows,
    ...firstReasons(read, speaker),
    digest: digestOf(planned),
  };
}

/** The first reasons of a file in words: no more of them are put into words. */
export function firstReasons(
  { rejected, notes }: Pick<ReadBankFile['read'], 'rejected' | 'notes'>,
  speaker: Translator,
): { readonly rejected: LineReason[]; readonly notes: LineReason[] } {
  const first = {
    rejected: rejected.slice(0, REPORTED_ROWS_MAX),
    notes: notes.slice(0, REPORTED_ROWS_MAX),
  };
  return {
    rejected: rejectedReasons(first, speaker).map(lineReason),
    notes: notedReasons(first, speaker).map(lineReason),
  };
}

function lineReason({ row, column, sentence }: RowReason): LineReason {
  return { row, column, reason: sentence };
}
