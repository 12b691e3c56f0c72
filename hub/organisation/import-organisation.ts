import { LapakError } from '../../domain/errors.ts';
import { memberRules } from '../../domain/organisation/member.ts';
import { kindRules } from '../../domain/organisation/kinds.ts';
import { afterPlan, type ImportPlan, planImport } from '../../domain/organisation/plan-import.ts';
import {
  type Organisation,
  type OrganisationKind,
  organisationKinds,
} from '../../domain/organisation/rows.ts';
import type { Language } from '../../domain/settings/settings.ts';
import { tidyCell } from '../../domain/tables/cell-text.ts';
import { findTitled } from '../../domain/tables/columns.ts';
import type { DecimalMark } from '../../domain/tables/read-number.ts';
import { translator } from '../../domain/translator.ts';
import { transact, type Tx } from '../database/transact.ts';
import { type MerchantChange, tellMerchants } from '../fees/bank/tell-settled.ts';
import type { Hub } from '../hub.ts';
import { appendAct } from '../journal/append-act.ts';
import { hubDate } from '../reports/read-day.ts';
import { lockHub } from '../system/hub-store.ts';
import { findVillages } from './find-villages.ts';
import { digestOf, type FileReport, reportFile } from './import-report.ts';
import { readKinds, saveRows } from './kind-stores.ts';
import { tradedStalls } from './stall-store.ts';
import { lockOrganisation } from './lock-store.ts';
import { type ReadFile, readFile } from './read-file.ts';

/** A CSV file of the organisation. */
export interface ImportFile {
  readonly name: string;
  readonly content: string;
  /** The digest that its dry run told; null or left out compares nothing. */
  readonly seen?: string | null;
}

export interface ImportOptions {
  /** `dry-run` tells what `apply` would do, and writes nothing. */
  readonly mode: 'dry-run' | 'apply';
  /** Pseudonym of who does it, for the hub's journal. */
  readonly by: string;
  /** The decimal mark of columns that prove none; left out, a doubt refuses the file. */
  readonly decimal?: DecimalMark | null;
  /** Of the reasons in the file of rejected rows; Indonesian when left out. */
  readonly language?: Language;
}

/**
 * Takes files of the organisation in: every good row of all of them in one transaction, or nothing.
 * They may come in any order: what a row names may stand in another file. The same files again
 * change nothing.
 * @returns what became of each file, in the order given
 * @throws LapakError CSV_BROKEN, CSV_EMPTY, CSV_COLUMN_MISSING, CSV_COLUMN_TWICE,
 *   ORGANISATION_KIND_UNKNOWN, ORGANISATION_HEADER_BELOW, NUMBER_STYLE_DOUBTFUL, HUB_BUSY,
 *   HUB_FULL, ORGANISATION_CHANGED where a file would do other than its `seen` foretold: then
 *   nothing was changed
 */
export async function importOrganisation(
  hub: Pick<Hub, 'database' | 'identity' | 'clock'>,
  files: readonly ImportFile[],
  { mode, by, decimal = null, language = 'id' }: ImportOptions,
): Promise<FileReport[]> {
  const read: ReadFile[] = [];
  const foretold = new Map<ReadFile, string>();
  for (const { name, content, seen = null } of files) {
    const file = await readFile(name, content);
    read.push(file);
    if (seen !== null) foretold.set(file, seen);
  }
  const villages = await findVillages(villageCodes(read));
  const nowMs = hub.clock();
  const plans = await transact(hub.database, 'every-stall', async (trx) => {
    await lockOrganisation(trx);
    const needed = new Set(read.flatMap(({ kind }) => kindRules[kind].needs));
    const traded = needed.has('stall') ? await tradedStalls(trx) : new Set<string>();
    const known = { ...(await readKinds(trx, needed)), villages, traded };
    const planned = planFiles(read, known, decimal);
    if (mode === 'apply') {
      assertForetold(planned, foretold);
      for (const { file, plan } of planned) {
        await savePlan(trx, plan);
        const counts = countsOf(plan);
        if (counts.added + counts.updated === 0) continue;
        await appendAct(trx, hub.identity, { ...actOf(file, counts), by }, nowMs);
      }
      const merchants = changedMerchants(known, planned);
      if (merchants.length > 0) {
        await lockHub(trx);
        await tellMerchants(trx, merchants, { today: hubDate(nowMs), nowMs });
      }
    }
    return new Map(planned.map(({ file, plan }) => [file, plan]));
  });
  const speaker = translator(language);
  const reports: FileReport[] = [];
  for (const file of read) {
    const plan = plans.get(file);
    if (plan) reports.push(await reportFile(file, plan, speaker));
  }
  return reports;
}

/**
 * Holds what would be done against what was told. What would change nothing is the same import,
 * sent again after its answer was lost.
 * @throws LapakError ORGANISATION_CHANGED
 */
function assertForetold(planned: readonly PlannedFile[], foretold: Map<ReadFile, string>): void {
  const isOther = planned.some(({ file, plan }) => {
    const seen = foretold.get(file);
    const { added, updated } = countsOf(plan);
    return seen !== undefined && added + updated > 0 && seen !== digestOf(plan);
  });
  if (isOther) throw new LapakError('ORGANISATION_CHANGED', {});
}

/** Stalls that have another merchant id than before. */
function changedMerchants(
  { stall: before }: Organisation,
  planned: readonly PlannedFile[],
): MerchantChange[] {
  const stalls = planned.flatMap(({ plan }) => (isOf('stall', plan) ? plan.planned : []));
  const now = new Map(stalls.map(({ row: { code, nmid } }) => [code, nmid]));
  return [...now]
    .map(([stall, nmid]) => ({ stall, nmid }))
    .filter(({ stall, nmid }) => nmid !== (before.get(stall)?.nmid ?? ''));
}

function isOf<K extends OrganisationKind>(
  kind: K,
  plan: ImportPlan<OrganisationKind>,
): plan is ImportPlan<K> {
  return plan.kind === kind;
}

interface Counts {
  readonly added: number;
  readonly updated: number;
}

function countsOf({ planned }: ImportPlan<OrganisationKind>): Counts {
  const count = (wanted: string) => planned.filter(({ becomes }) => becomes === wanted).length;
  return { added: count('added'), updated: count('updated') };
}

/** For the hub's journal: which file it was, and how many rows of which kind came of it. */
function actOf({ name, kind, sha256 }: ReadFile, { added, updated }: Counts) {
  const changes = { kind, added: String(added), updated: String(updated), sha256 };
  return {
    act: 'organisation-import' as const,
    subject: name.toWellFormed().normalize('NFC'),
    changes: Object.entries(changes).map(([field, to]) => ({ field, from: '', to })),
  };
}

interface PlannedFile {
  readonly file: ReadFile;
  readonly plan: ImportPlan<OrganisationKind>;
}

/** Plans each file against what those before it bring, in the order of organisationKinds. */
function planFiles(
  files: readonly ReadFile[],
  known: Organisation,
  decimal: DecimalMark | null,
): PlannedFile[] {
  const place = ({ kind }: ReadFile) => organisationKinds.indexOf(kind);
  let now = known;
  return files
    .toSorted((a, b) => place(a) - place(b))
    .map((file) => {
      const { table, rows, kind } = file;
      const plan = planImport(kind, { header: table.header, rows }, now, decimal);
      now = afterPlan(now, plan);
      return { file, plan };
    });
}

async function savePlan<K extends OrganisationKind>(
  trx: Tx,
  { kind, planned }: ImportPlan<K>,
): Promise<void> {
  const changed = planned.filter(({ becomes }) => becomes !== 'unchanged');
  await saveRows(
    trx,
    kind,
    changed.map(({ row }) => row),
  );
}

/** Every village code that a file names, right or wrong. */
function villageCodes(files: readonly ReadFile[]): Set<string> {
  const codes = files
    .filter(({ kind }) => kind === 'member')
    .flatMap(({ table, rows }) => {
      const { places } = findTitled(table.header, memberRules.titles, memberRules.required);
      return rows.map(({ cells }) => tidyCell(cells[places['village'] ?? -1] ?? ''));
    });
  return new Set(codes);
}
