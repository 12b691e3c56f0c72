import { basename } from 'node:path';
import type { Audience } from '../../domain/down/addressee.ts';
import { type DownItem, REASON_MAX, TEXT_MAX, TITLE_MAX } from '../../domain/down/item.ts';
import type { TemplateCheck } from '../../domain/down/manage-contract.ts';
import { lineOfText, linesOfText } from '../../domain/line-of-text.ts';
import type { Translator } from '../../domain/text.ts';
import { isDate } from '../../domain/time.ts';
import {
  type CommandOption,
  defineCommand,
  invalid,
  type Outcome,
} from '../../node/cli/command.ts';
import { readTextFile } from '../../node/tables/read-text-file.ts';
import { endItem, makeAnnouncement, publishTemplate } from '../down/announce.ts';
import { askForBody } from '../down/ask-body.ts';
import { type KeptItem, listItems } from '../down/item-store.ts';
import { tellOf } from '../down/keep-item.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { hubToday } from '../reports/read-day.ts';
import { place } from './options.ts';
import { withHub, withIdentity } from './with-hub.ts';

/** Largest file of a template. */
const MEGABYTES_MAX = 1;
/** Items of one list. */
const ITEMS_MAX = 1_000;

const date: CommandOption<string> = {
  value: 'YYYY-MM-DD',
  parse: (given) => (isDate(given) ? given : undefined),
};
const code: CommandOption<string> = {
  value: 'CODE',
  parse: (given) => (given.length <= 32 ? given : undefined),
};
/** A pseudonym of the hub. */
const person: CommandOption<string> = {
  value: 'auditor-N',
  parse: (given) => (/^(auditor|pengelola)-[1-9]\d{0,5}$/.test(given) ? given : undefined),
};
const device: CommandOption<string> = { value: 'DEVICE', parse: (given) => given };

function line(value: string, lengthMax: number): CommandOption<string> {
  return { value, parse: (given) => lineOfText(1, lengthMax).safeParse(given).data };
}

/** Tells tills something. */
export const announce = defineCommand({
  name: 'announce',
  about: 'hub.about.announce',
  argument: 'TEXT',
  options: {
    title: line('TEXT', TITLE_MAX),
    stall: code,
    mall: code,
    region: code,
    from: date,
    until: date,
    by: person,
  },
  run: ({ dataDir, argument, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const { title = needed('title', 'TEXT'), from = hubToday(hub), until = null } = options;
      if (until !== null && until < from) throw invalid(`--from ${from} > --until ${until}`);
      const text = linesOfText(1, TEXT_MAX).safeParse(argument).data;
      if (text === undefined) throw invalid(`TEXT (1–${TEXT_MAX})`);
      const by = options.by ?? THE_PROGRAM;
      const order = { title, text, from, until, to: addresseeOf(options), by };
      return outcomeOf(await makeAnnouncement(hub, order), speaker);
    }),
});

/** Offers a catalog file to stalls. */
export const publish = defineCommand({
  name: 'publish-template',
  about: 'hub.about.publishTemplate',
  argument: 'FILE',
  options: { name: line('TEXT', TITLE_MAX), stall: code, mall: code, region: code, by: person },
  run: ({ dataDir, argument, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const csv = await readTextFile(argument, MEGABYTES_MAX);
      const { name = nameOfFile(argument), by = THE_PROGRAM } = options;
      const order = { name, csv, to: addresseeOf(options), by };
      const { check, ...item } = await publishTemplate(hub, order);
      const { words, report } = outcomeOf(item, speaker);
      const { goodRows, rejectedRows, rejected } = check;
      return {
        ok: true,
        report: { ...report, goodRows, rejectedRows, rejected },
        words: [...words, ...rowsOf(check, speaker)],
      };
    }),
});

/** Asks a till for the details of one record. */
export const askBody = defineCommand({
  name: 'ask-body',
  about: 'hub.about.askBody',
  argument: 'STALL',
  options: { record: place, device, reason: line('TEXT', REASON_MAX), by: person },
  run: ({ dataDir, argument, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const order = {
        stall: argument,
        device: options.device ?? needed('device', 'DEVICE'),
        place: options.record ?? needed('record', 'EPOCH.SEQ'),
        by: options.by ?? THE_PROGRAM,
        reason: options.reason ?? needed('reason', 'TEXT'),
      };
      return outcomeOf(await askForBody(hub, order), speaker);
    }),
});

/** Withdraws an announcement, a template or a request. */
export const withdraw = defineCommand({
  name: 'withdraw',
  about: 'hub.about.withdraw',
  argument: 'ID',
  options: { by: person },
  run: ({ dataDir, argument, options: { by = THE_PROGRAM }, speaker }) =>
    withIdentity(dataDir, async (hub) => outcomeOf(await endItem(hub, argument, by), speaker)),
});

/** What tills are told, the newest first. */
export const downItems = defineCommand({
  name: 'down-items',
  about: 'hub.about.downItems',
  argument: null,
  options: {},
  run: ({ dataDir, speaker }) =>
    withHub(dataDir, async ({ database }) => {
      const items = await listItems(database.db, ITEMS_MAX);
      const words = items.map((item) => wordsOf(item, speaker));
      return {
        ok: true,
        report: { items: items.map(reportOf) },
        words: words.length > 0 ? words : [speaker.text('hub.noDownItems')],
      };
    }),
});

/** How many rows a till takes in, and why it does not take the others. */
function rowsOf({ goodRows, rejectedRows, rejected }: TemplateCheck, speaker: Translator) {
  return [
    speaker.text('hub.templateRows', { good: goodRows, rejected: rejectedRows }),
    ...rejected.map(({ row, column, reason, value, other }) => {
      const sentence = speaker.text(`import.reason.${reason}`, { value, other });
      const why = column === '' ? sentence : `${column}: ${sentence}`;
      return speaker.text('hub.templateRejected', { row, why });
    }),
  ];
}

interface Narrowed {
  readonly stall?: string;
  readonly mall?: string;
  readonly region?: string;
}

/** @throws LapakError COMMAND_INVALID where several are named */
function addresseeOf(given: Narrowed): Audience {
  const named = (['stall', 'mall', 'region'] as const).flatMap((kind) => {
    const of = given[kind];
    return of === undefined ? [] : [{ kind, of }];
  });
  if (named.length > 1) throw invalid(`${named.map(({ kind }) => `--${kind}`).join(', ')}?`);
  return named[0] ?? { kind: 'everybody' };
}

/** The name of a file, where it can be a title. @throws LapakError COMMAND_INVALID */
function nameOfFile(path: string): string {
  return lineOfText(1, TITLE_MAX).safeParse(basename(path)).data ?? needed('name', 'TEXT');
}

/** @throws LapakError COMMAND_INVALID */
function needed(option: string, value: string): never {
  throw invalid(`--${option} ${value}?`);
}

function outcomeOf(item: KeptItem, speaker: Translator): Outcome {
  return { ok: true, report: reportOf(item), words: [wordsOf(item, speaker)] };
}

function reportOf(item: KeptItem): object {
  const told = tellOf(item);
  const said = told.kind === 'product-template' ? { ...told, csv: undefined } : told;
  return { ...said, to: item.audience, madeAtMs: item.madeAtMs };
}

function wordsOf(item: KeptItem, speaker: Translator): string {
  const { id, audience: to, version, isEnded } = item;
  const what = speaker.text('hub.downItem', { id, to, what: headingOf(tellOf(item)), version });
  return isEnded ? `${what} ${speaker.text('hub.downEnded')}` : what;
}

function headingOf(item: DownItem): string {
  switch (item.kind) {
    case 'announcement':
      return `${item.title}: ${item.text.replaceAll('\n', ' ')}`;
    case 'product-template':
      return item.name;
    case 'body-request':
      return `${item.place.epoch}.${item.place.seq}, ${item.by}: ${item.reason}`;
    case 'key-list':
      return item.keys.stall;
    case 'fee-record':
      return String(item.position);
    case 'merchant':
      return item.nmid;
    case 'settled':
      return String(item.rows.length);
  }
}
