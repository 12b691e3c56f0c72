import type { Receipt } from '../../domain/sales/receipt.ts';
import { read } from '../../electron/till/database/write.ts';
import { findLeaf } from '../../electron/till/journal/record-store.ts';
import type { Till } from '../../electron/till/till.ts';

/** What the QR of a receipt says; its signature is of nobody: the till looks at its own book. */
export function aReceiptLink(
  till: Till,
  { epoch, seq, soldAtMs, totalRupiah }: Receipt,
  { leaf16 }: { readonly leaf16?: string } = {},
): string {
  const leaf = read(till, (tx) => findLeaf(tx, epoch, seq))?.toString('hex') ?? '';
  const place = `${till.device.device}*${epoch}.${seq}*${soldAtMs}*${totalRupiah}`;
  return `https://hub.example/#LP1*${place}*${leaf16 ?? leaf.slice(0, 32)}*${'A'.repeat(86)}`;
}
