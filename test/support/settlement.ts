import { importOrganisation } from '../../hub/organisation/import-organisation.ts';
import type { Doing } from '../../hub/fees/act-of-stall.ts';

/** A row of an acquirer's file: who was paid, reference, local time, rupiah. */
export type SettledLine = readonly [nmid: string, rrn: string, at: string, rupiah: number];

/** A file of an acquirer's with payments of several merchants: `2026-11-23 10:02`. */
export function settlementOf(rows: readonly SettledLine[], kind = 'Payment'): Buffer {
  const lines = rows.map(
    ([nmid, rrn, at, rupiah]) => `${nmid};${rrn};${at};${rupiah};0;${rupiah};${kind}`,
  );
  return Buffer.from(
    ['NMID;RRN;Tanggal Transaksi;Nominal;MDR;Netto;Tipe', ...lines, ''].join('\n'),
  );
}

/** Says which merchant ids stalls of the mall TC have; empty for none. */
export async function setNmids(
  { hub, by }: Doing,
  nmids: Readonly<Record<string, string>>,
): Promise<void> {
  const lines = Object.entries(nmids).map(([stall, nmid]) => `${stall};Lapak ${stall};TC;${nmid}`);
  const content = ['kode lapak;nama;mal;nmid', ...lines, ''].join('\n');
  await importOrganisation(hub, [{ name: 'lapak.csv', content }], { mode: 'apply', by });
}
