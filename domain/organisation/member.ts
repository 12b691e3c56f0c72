import { defineKind } from './kind-rules.ts';
import type { RowReader } from './row-reader.ts';
import { type Organisation, PARTY_NAME_MAX, type RowOf, VillageCode } from './rows.ts';

type MemberColumn = 'code' | 'name' | 'village' | 'region' | 'origin';

const nowhere = { village: '', district: '', regency: '', province: '' };

/** Members in a file. `asal` is told in a file of ours and never read: the code says it. */
export const memberRules = defineKind('member', {
  titles: {
    code: ['kode anggota', 'nomor anggota', 'member code', 'member number'],
    name: ['nama', 'nama anggota', 'name', 'member name'],
    village: [
      'desa',
      'kode desa',
      'kelurahan',
      'kode kelurahan',
      'desa/kelurahan',
      'village',
      'village code',
    ],
    region: ['wilayah', 'kode wilayah', 'region', 'region code'],
    origin: ['asal', 'origin'],
  },
  own: 'code',
  required: ['code', 'name', 'village', 'region'],
  needs: ['member', 'region'],
  keyOf: ({ code }) => code,
  begin: (known) => (reader) => {
    const code = reader.code('code');
    return {
      code,
      name: reader.name('name', PARTY_NAME_MAX),
      ...readVillage(reader, known, known.member.get(code)),
      region: reader.known('region', known.region, 'regionUnknown'),
    };
  },
  cells: ({ code, name, villageCode, region, origin }) => ({
    code,
    name,
    village: villageCode,
    region,
    origin: [origin.village, origin.district, origin.regency, origin.province].join(', '),
  }),
});

/** A village that the member had before stays as it was called then, also once it is gone. */
function readVillage(
  reader: RowReader<MemberColumn>,
  known: Organisation,
  before: RowOf<'member'> | undefined,
) {
  const villageCode = reader.cell('village');
  if (before?.villageCode === villageCode) return { villageCode, origin: before.origin };
  const origin = known.villages.get(villageCode);
  if (villageCode === '') reader.refuse('village', 'missing');
  else if (!VillageCode.safeParse(villageCode).success) {
    // Ten digits without dots are as likely a code of the statistics office (BPS): another list.
    reader.refuse('village', 'villageInvalid', villageCode);
  } else if (!origin) reader.refuse('village', 'villageUnknown', villageCode);
  return { villageCode, origin: origin ?? nowhere };
}
