/** What of a payment tells whose it is: the stall's digits in its sum, its remark, or nothing. */
export const habits = ['both', 'code', 'remark', 'neither'] as const;
export type Habit = (typeof habits)[number];

/** Where payers send to. */
export const banks = ['bca', 'bri'] as const;
export type SeasonBank = (typeof banks)[number];

/** Who pays for one stall or several. */
export interface Payer {
  /** As the bank prints it. */
  readonly name: string;
  readonly stalls: readonly SeasonStall[];
  readonly bank: SeasonBank;
  /** Which of the ways of its bank it goes: see ways.ts. */
  readonly way: number;
  readonly habit: Habit;
  /** Pays the sum of its bill each time; else the same sum each month. */
  readonly followsBill: boolean;
}

/** A stall of the season. */
export interface SeasonStall {
  /** `TC-A07` */
  readonly code: string;
  /** Name of the member whose contract it is. */
  readonly member: string;
  /** Rupiah a month. */
  readonly tariff: number;
  /** Its three digits, in the order of its code: the hub has to give the same. */
  readonly digits: number;
}

/** All who take part. */
export interface SeasonPeople {
  readonly stalls: readonly SeasonStall[];
  readonly payers: readonly Payer[];
}

type Pick = (below: number) => number;

const FIRST =
  'SITI AMINAH,DEWI,RATNA,BUDI,AGUS,SLAMET,WAHYU,RINI,SRI,NUR,HENDRA,LINA,YANTI,JOKO,BAMBANG,' +
  'FITRI,EKO,INDAH,ANDI,MAYA,RUDI,TUTI,DIAN,IRFAN,MEGA,UMAR,WATI,HASAN,LIA';
const LAST =
  'HIDAYAT,LESTARI,SUSANTO,WIJAYA,RAHMAWATI,SAPUTRA,KUSUMA,HARTONO,SIREGAR,NASUTION,PUTRI,' +
  'GUNAWAN,SETIAWAN,HALIM,SANTOSO,PRATAMA,MARLINA,SIMANJUNTAK,ANGGRAINI,SUDIRMAN';

/** One owner in so many has three stalls. */
const OWNER_OF_THREE = 12;
/** Stalls of a block of the mall. */
const BLOCK = 50;

/**
 * Stalls of a mall and who pays for them: some own three, some have the name of another, for some
 * pays another than the member.
 */
export function makePeople(pick: Pick, count: number): SeasonPeople {
  const names = shuffledNames(pick);
  const stalls: SeasonStall[] = [];
  const payers: Payer[] = [];
  while (stalls.length < count) {
    const isTwin = payers.length % 19 === 18;
    const member = isTwin ? (payers[payers.length - 7]?.stalls[0]?.member ?? '') : next(names);
    const size = payers.length % OWNER_OF_THREE === 3 ? 3 : 1;
    const own = Array.from({ length: Math.min(size, count - stalls.length) }, () => {
      const made = makeStall(pick, stalls.length, member);
      stalls.push(made);
      return made;
    });
    payers.push({
      name: pick(5) === 0 ? next(names) : member,
      stalls: own,
      bank: banks[pick(2)] ?? 'bca',
      way: pick(5),
      habit: pickHabit(pick),
      followsBill: pick(3) === 0,
    });
  }
  return { stalls, payers };
}

function pickHabit(pick: Pick): Habit {
  const drawn = pick(100);
  if (drawn < 30) return 'both';
  if (drawn < 60) return 'code';
  return drawn < 75 ? 'remark' : 'neither';
}

function makeStall(pick: Pick, at: number, member: string): SeasonStall {
  const block = String.fromCharCode(65 + Math.floor(at / BLOCK));
  const number = String((at % BLOCK) + 1).padStart(2, '0');
  const tariff = pick(10) === 0 ? 750_000 : 1_000_000;
  return { code: `TC-${block}${number}`, member, tariff, digits: at + 1 };
}

function shuffledNames(pick: Pick): string[] {
  const names = FIRST.split(',').flatMap((first) =>
    LAST.split(',').map((last) => `${first} ${last}`),
  );
  for (let at = names.length - 1; at > 0; at -= 1) {
    const other = pick(at + 1);
    [names[at], names[other]] = [names[other] ?? '', names[at] ?? ''];
  }
  return names;
}

function next(names: string[]): string {
  const name = names.pop();
  if (name === undefined) throw new Error('more people than names');
  return name;
}

/** The files by which the federation comes into the hub, in any order. */
export function organisationFiles({ stalls }: SeasonPeople, from: string) {
  const members = [...new Set(stalls.map(({ member }) => member))];
  const codeOf = (member: string) => `A-${members.indexOf(member) + 1}`;
  const table = (head: string, rows: readonly string[]) => [head, ...rows, ''].join('\r\n');
  const files = {
    wilayah: table('kode wilayah;nama', ['dki;DKI Jakarta']),
    mal: table('kode mal;nama;wilayah', ['TC;Thamrin City;dki']),
    unit: table(
      'mal;kode unit;lantai;luas',
      stalls.map(({ code }) => `TC;U-${code};B1;9`),
    ),
    anggota: table(
      'kode anggota;nama;desa;wilayah',
      members.map((member) => `${codeOf(member)};${member};31.71.01.1001;dki`),
    ),
    lapak: table(
      'kode lapak;nama;mal;nomor',
      stalls.map(({ code }) => `${code};Lapak ${code.slice(3)};TC;${code.slice(3)}`),
    ),
    kontrak: table(
      'lapak;anggota;mal;unit;tarif;dari;sampai',
      stalls.map(
        ({ code, member, tariff }) => `${code};${codeOf(member)};TC;U-${code};${tariff};${from};`,
      ),
    ),
  };
  return Object.entries(files).map(([name, content]) => ({ name: `${name}.csv`, content }));
}
