import type {
  AgeingPaper,
  BillPaper,
  KuitansiPaper,
  NoticePaper,
  PaperCharge,
  PaperIssuer,
  PaperStall,
  StatementPaper,
} from '../../domain/fees/papers/views.ts';
import { signKuitansi } from '../../node/crypto/kuitansi.ts';
import { seededKey } from './signed-chain.ts';

/** Papers of one stall and its mall, as a hub would make them. */

const anIssuer: PaperIssuer = {
  name: 'Pengelola Thamrin City',
  lines: ['Jl. Thamrin Boulevard, Kebon Melati, Jakarta Pusat 10230', 'Telp. 021-5550-123'],
  place: 'Jakarta',
  signer: 'Rahmat Hidayat',
};

const aPaperStall: PaperStall = {
  code: 'TC-A12',
  name: 'Kopi Gayo',
  number: 'A12',
  mall: 'Thamrin City',
  member: 'Siti Rahayu',
};

/** What the mall's static QRIS says. */
export const MALL_QRIS =
  '00020101021126640016ID.CO.CONTOH.WWW01189360009900000000010211000000000010303UME' +
  '51440014ID.CO.QRIS.WWW0215ID10200000000170303UME5204651353033605802ID' +
  '5920PENGELOLA MAL CONTOH6013JAKARTA PUSAT61051023062070703A016304E6D1';

function monthly(period: string, due: string): PaperCharge[] {
  return [
    { kind: 'electricity', period, due, amountRupiah: 750_000, basis: 'tarif tetap' },
    { kind: 'cleaning', period, due, amountRupiah: 250_000, basis: 'tarif tetap' },
  ];
}

export const aBill: BillPaper = {
  issuer: anIssuer,
  stall: aPaperStall,
  number: 'TG/TC-A12/2026-11',
  period: '2026-11',
  on: '2026-11-01',
  due: '2026-11-10',
  charges: monthly('2026-11', '2026-11-10'),
  paidRupiah: 0,
  arrears: [],
  advanceRupiah: 0,
  uniqueCode: 17,
  remark: 'TC-A12-2611',
  accounts: ['BCA 1234567890 a.n. Pengelola Thamrin City'],
  qris: MALL_QRIS,
};

export const aStatement: StatementPaper = {
  issuer: anIssuer,
  stall: aPaperStall,
  from: '2026-09-01',
  until: '2026-11-30',
  openingRupiah: 500_000,
  lines: [
    {
      on: '2026-09-01',
      what: 'charge',
      kind: 'electricity',
      period: '2026-09',
      amountRupiah: 750_000,
    },
    {
      on: '2026-09-01',
      what: 'charge',
      kind: 'cleaning',
      period: '2026-09',
      amountRupiah: 250_000,
    },
    {
      on: '2026-09-08',
      what: 'credit',
      kind: 'bank',
      number: 'KW/TC/2026/000009',
      amountRupiah: -1_500_017,
    },
    {
      on: '2026-10-01',
      what: 'charge',
      kind: 'electricity',
      period: '2026-10',
      amountRupiah: 750_000,
    },
    {
      on: '2026-10-01',
      what: 'charge',
      kind: 'cleaning',
      period: '2026-10',
      amountRupiah: 250_000,
    },
    { on: '2026-10-14', what: 'credit', kind: 'credit-note', number: '', amountRupiah: -75_000 },
    { on: '2026-11-20', what: 'reversal', note: 'cek ditolak bank', amountRupiah: 200_000 },
  ],
  ageing: { current: 0, to30: 200_000, to60: 925_000, to90: 0, over90: 0 },
  advanceRupiah: 17,
};

const KUITANSI_KEY = seededKey('hub');

export const aKuitansi: KuitansiPaper = {
  issuer: anIssuer,
  stall: aPaperStall,
  number: 'KW/TC/2026/000017',
  on: '2026-11-29',
  means: 'bank',
  amountRupiah: 1_000_017,
  paid: monthly('2026-11', '2026-11-10'),
  code: signKuitansi(KUITANSI_KEY, 'https://hub.example', {
    number: 'KW/TC/2026/000017',
    on: '2026-11-29',
    stall: 'TC-A12',
    amountRupiah: 1_000_017,
    leaf16: '0123456789abcdef',
  }),
  isCopy: false,
  cancelled: null,
};

/** Six months at once: it bears a revenue stamp. */
export const aLargeKuitansi: KuitansiPaper = {
  ...aKuitansi,
  amountRupiah: 6_000_017,
  paid: ['06', '07', '08', '09', '10', '11'].flatMap((month) =>
    monthly(`2026-${month}`, `2026-${month}-10`),
  ),
};

export const aNotice: NoticePaper = {
  issuer: anIssuer,
  stall: aPaperStall,
  level: 'sp1',
  number: 'SP1/TC/2026/000004',
  on: '2026-11-29',
  until: '2026-12-06',
  owed: [...monthly('2026-09', '2026-09-10'), ...monthly('2026-10', '2026-10-10')],
  remark: 'TC-A12-2611',
  accounts: ['BCA 1234567890 a.n. Pengelola Thamrin City'],
  isCopy: false,
  earlier: [{ level: 'reminder', number: 'RM/TC/2026/000011', on: '2026-11-15' }],
  follows: '',
};

export const anAgeing: AgeingPaper = {
  issuer: anIssuer,
  mall: 'Thamrin City',
  on: '2026-11-29',
  band: null,
  text: '',
  rows: [
    {
      stall: { ...aPaperStall, code: 'TC-B01', name: 'Batik Sari', member: 'Dewi Lestari' },
      ageing: { current: 1_000_000, to30: 1_000_000, to60: 1_000_000, to90: 0, over90: 2_500_000 },
    },
    {
      stall: aPaperStall,
      ageing: { current: 0, to30: 200_000, to60: 925_000, to90: 0, over90: 0 },
    },
  ],
};
