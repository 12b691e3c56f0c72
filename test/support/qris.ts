import { formatQris } from '../../domain/payments/qris.ts';

/** Codes that no merchant has, for the tests. */

/** A stall's code, with an account of a bank (26) and the one of QRIS (51). */
export const STALL_QRIS =
  '00020101021126640016ID.CO.CONTOH.WWW01189360009900000000030211000000000030303UMI' +
  '51440014ID.CO.QRIS.WWW0215ID10200000000330303UMI5204549953033605802ID' +
  '5914BATIK IBU SARI6013JAKARTA PUSAT61051023062070703A016304AEA6';

/** With a part of it changed, and the checksum right again. */
export function qrisWith(payload: string, part: string, instead: string): string {
  return formatQris(payload.slice(0, -8).replace(part, instead));
}

/** What a fraudster pastes over it: a name and NMID of their own. */
export const OTHER_QRIS = qrisWith(
  qrisWith(STALL_QRIS, 'ID1020000000033', 'ID1020000000099'),
  '5914BATIK IBU SARI',
  '5911TOKO PENIPU',
);

/** One that copies the name and the NMID, and has only the money go elsewhere. */
export const FORGED_QRIS = qrisWith(STALL_QRIS, '936000990000000003', '936000990000000009');
