import { LapakError } from '../errors.ts';
import { countTitled, hasTitle } from '../tables/columns.ts';
import { contractRules } from './contract.ts';
import { federationRules } from './federation.ts';
import type { KindRules } from './kind-rules.ts';
import { mallRules } from './mall.ts';
import { memberRules } from './member.ts';
import { regionRules } from './region.ts';
import { type OrganisationKind, organisationKinds } from './rows.ts';
import { stallRules } from './stall.ts';
import { unitRules } from './unit.ts';

/** The rules of every kind. */
export const kindRules: { readonly [K in OrganisationKind]: KindRules<K> } = {
  federation: federationRules,
  region: regionRules,
  mall: mallRules,
  unit: unitRules,
  member: memberRules,
  stall: stallRules,
  contract: contractRules,
};

/** The title by which a file of each kind is known, in the order of organisationKinds. */
const ownTitles = organisationKinds.map((kind) => {
  const { titles, own } = kindRules[kind];
  return titles[own]?.[0] ?? own;
});

/**
 * What a file holds, by its titles. `kode wilayah` may be what a row is or what it names: of the
 * kinds whose own title is there it is the one of which most columns are.
 * @throws LapakError ORGANISATION_KIND_UNKNOWN
 */
export function kindOfFile(header: readonly string[]): OrganisationKind {
  const kind = findKind(header);
  if (kind) return kind;
  throw new LapakError('ORGANISATION_KIND_UNKNOWN', { titles: ownTitles.join(', ') });
}

/** As kindOfFile(); undefined where the titles do not tell. */
export function findKind(header: readonly string[]): OrganisationKind | undefined {
  const likely = organisationKinds
    .map((kind) => ({ kind, rules: kindRules[kind] }))
    .filter(({ rules: { titles, own } }) => hasTitle(header, titles[own]))
    .map(({ kind, rules }) => ({ kind, count: countTitled(header, rules.titles) }))
    .sort((a, b) => b.count - a.count);
  const [first, second] = likely;
  return first && first.count !== second?.count ? first.kind : undefined;
}
