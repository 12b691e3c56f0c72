import type { GridLine } from '../../../tables/grid.ts';
import { builtInProfiles } from '../built-in-profiles.ts';
import { findHeader, hasMark, isTitle } from '../find-header.ts';
import type { Profile, ProfileData } from '../profile.ts';
import { guessLayout } from './guess-layout.ts';
import { keysOf, type Layout, type Role, rolesOf } from './layout.ts';
import { signsOf } from './signs.ts';

/** What a profile is made of beside the layout of its file. */
export interface Making {
  readonly id: string;
  readonly name: string;
  readonly fileName: string;
  readonly lines: readonly GridLine[];
  readonly layout: Layout;
  /** The profile that is edited or copied; null for a new one. */
  readonly base: Profile | null;
  readonly encoding: Profile['encoding'];
  readonly separator: Profile['separator'];
}

/**
 * The profile of a layout. What the layout does not tell is as in its base: titles of other files
 * of that bank stay known, but for those that this file has under another column.
 */
export function makeProfile(making: Making): ProfileData {
  const { id, name, layout, lines, encoding, separator } = making;
  const { kind, dates, decimal, isInSen, hasBareText, signs, unsigned } = layout;
  const base = making.base?.kind === kind ? making.base : null;
  const head = lines.slice(0, (layout.titlesAt ?? 0) + 1);
  const marks = base && hasMark(head, base, making.fileName) ? base.marks : [];
  const shared = { id, name, encoding, separator, dates, decimal, isInSen, hasBareText, marks };
  const columns = columnsOf(layout, lines, base);
  if (kind === 'statement') {
    const usual = base?.kind === 'statement' ? base : null;
    return { ...(usual ?? { kind }), ...shared, columns, signs, unsigned };
  }
  const known = base ?? builtInProfiles.find((one) => one.id === 'any-qris');
  const usual = known?.kind === 'settlement' ? known : null;
  const provider = base?.kind === 'settlement' ? base.provider : name.slice(0, 40);
  return { ...(usual ?? { kind }), ...shared, columns, provider };
}

function columnsOf(layout: Layout, lines: readonly GridLine[], base: Profile | null) {
  const keys = keysOf(lines, layout);
  const before = new Map(Object.entries<readonly string[]>(base?.columns ?? {}));
  const columns = rolesOf(layout.kind).flatMap((role): [Role, string[]][] => {
    const own = keys.filter((_, at) => layout.columns[at] === role);
    const kept = (before.get(role) ?? []).filter((title) => !isHere(title));
    return own.length + kept.length === 0 ? [] : [[role, [...own, ...kept].slice(0, 60)]];
  });
  return Object.fromEntries(columns);

  function isHere(title: string): boolean {
    return keys.some((key) => key === title || isTitle(key, [title]));
  }
}

/** How a profile reads these lines, for a person to change; guessed where it does not fit them. */
export function layoutOf(profile: Profile, lines: readonly GridLine[], fileName: string): Layout {
  const { kind, dates, decimal, isInSen, hasBareText } = profile;
  const said = { dates, decimal, isInSen, hasBareText, signs: signsOf(profile) };
  const unsigned = profile.kind === 'statement' ? profile.unsigned : 'auto';
  const header = findHeader(lines, { ...profile, marks: [] }, fileName);
  if (!header) return { ...guessLayout(lines, { kind }), ...said, unsigned };
  const columns = header.titles.map((): Role => '');
  for (const role of rolesOf(kind)) {
    for (const at of header.places.get(role) ?? []) columns[at] = role;
  }
  return { kind, titlesAt: header.at, columns, ...said, unsigned };
}

/** An id for a profile of this name that none has yet: `bank-dki`, `bank-dki-2`. */
export function profileIdOf(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 32);
  const id = slug.replace(/^-|-$/g, '') || 'bank';
  for (let count = 1; ; count += 1) {
    const given = count === 1 ? id : `${id}-${count}`;
    if (!taken.has(given)) return given;
  }
}
