import { foldTitle } from '../../../tables/columns.ts';
import { builtInProfiles } from '../built-in-profiles.ts';
import { isTitle } from '../find-header.ts';
import { type Layout, type Role, rolesOf } from './layout.ts';

/** Words that a title has somewhere, where no bank that is known writes it just so. */
const within = {
  statement: [
    ['date', /\b(?:tgl|tanggal|date|hari)\b/],
    ['balance', /\b(?:saldo|balance)\b/],
    ['debit', /\b(?:debet|debit|keluar|withdrawal|tarik)\b/],
    ['credit', /\b(?:kredit|credit|masuk|deposit|setor)\b/],
    ['sign', /\b(?:d\/k|k\/d|d\/c|c\/d|cr|dr|jenis|tanda|tipe)\b/],
    ['amount', /\b(?:jumlah|nominal|nilai|mutasi|amount|rp)\b/],
    ['reference', /\b(?:ref|referensi|reference|bukti)\b/],
    ['description', /\b(?:keterangan|uraian|deskripsi|berita|catatan|remark|narasi)\b/],
  ],
  settlement: [
    ['nmid', /\bnmid\b/],
    [
      'settled',
      /\b(?:settlement|settle|cair)\b.*\b(?:date|tgl|tanggal)\b|\b(?:tgl|tanggal) cair\b/,
    ],
    ['paid', /\b(?:tgl|tanggal|date|waktu)\b/],
    ['fee', /\b(?:mdr|fee|biaya|potongan)\b/],
    ['net', /\b(?:net|netto|bersih)\b/],
    ['gross', /\b(?:gross|bruto|nominal|amount|jumlah|nilai)\b/],
    ['reference', /\b(?:rrn|ref|referensi)\b/],
  ],
} as const satisfies Record<Layout['kind'], readonly (readonly [Role, RegExp])[]>;

/** Titles that only settlements have. */
const ofSettlement = ['nmid', 'gross', 'fee', 'net', 'issuer', 'merchant'] as const;

/** What a column with this title usually holds; empty where nothing is known of it. */
export function titleRole(title: string, kind: Layout['kind']): Role {
  return (
    knownRole(title, kind) ||
    (within[kind].find(([, shape]) => shape.test(foldTitle(title)))?.[0] ?? '')
  );
}

/** Whether a profile that comes with Lapak has this very title. */
export function knownRole(title: string, kind: Layout['kind']): Role {
  const folded = foldTitle(title);
  // Those for any bank stand last, and are the most usual.
  const known = builtInProfiles.toReversed().filter((profile) => profile.kind === kind);
  for (const { columns } of known) {
    const names = new Map(Object.entries<readonly string[]>(columns));
    const found = rolesOf(kind).find((role) => isTitle(folded, names.get(role) ?? []));
    if (found !== undefined) return found;
  }
  return '';
}

/** What a file with these titles is. */
export function kindOf(titles: readonly string[]): Layout['kind'] {
  const roles = titles.map((title) => titleRole(title, 'settlement'));
  const hasBalance = titles.some((title) => titleRole(title, 'statement') === 'balance');
  const own = ofSettlement.filter((role) => roles.includes(role)).length;
  return !hasBalance && own >= 2 ? 'settlement' : 'statement';
}
