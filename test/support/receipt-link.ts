import type { Receipt } from '../../domain/sales/receipt.ts';
import { read } from '../../electron/till/database/write.ts';
import { findLeaf } from '../../electron/till/journal/record-store.ts';
import type { Till } from '../../electron/till/till.ts';

interface LinkChange {
  readonly form?: 'hex' | 'base64url';
  readonly leaf16?: string;
}

/** What the QR of a receipt says; its signature is of nobody: the till looks at its own book. */
export function aReceiptLink(
  till: Till,
  { epoch, seq, soldAtMs, totalRupiah }: Receipt,
  { form = 'hex', leaf16 }: LinkChange = {},
): string {
  const leaf = read(till, (tx) => findLeaf(tx, epoch, seq))?.toString(form) ?? '';
  const place = `${till.device.device}*${epoch}.${seq}*${soldAtMs}*${totalRupiah}`;
  return `https://hub.example/#LP1*${place}*${leaf16 ?? leaf.slice(0, 16)}*${'A'.repeat(86)}`;
}
