import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { isProcedure } from '@orpc/server';
import { expect, test } from 'vitest';
import { contract } from '../domain/contract.ts';
import { lapakErrors } from '../domain/errors.ts';
import { trailId } from '../domain/journal/trail-text.id.ts';
import { papersId } from '../domain/fees/papers/text.id.ts';
import { downPageId } from '../domain/down/page/text.id.ts';
import { feesPageId } from '../domain/fees/till-page/text.id.ts';
import { catalogPageId } from '../domain/catalog/page/text.id.ts';
import { claimsPageId } from '../domain/payments/claims-page/text.id.ts';
import { paymentsPageId } from '../domain/payments/page/text.id.ts';
import { printingPageId } from '../domain/printing/page/text.id.ts';
import { salesPageId } from '../domain/sales/page/text.id.ts';
import { settingsPageId } from '../domain/settings/page/text.id.ts';
import { shiftsPageId } from '../domain/shifts/page/text.id.ts';
import { syncPageId } from '../domain/sync/page/text.id.ts';
import { checkPageId } from '../domain/tlog/check-page/text.id.ts';
import { tillWordsId } from '../domain/till-words.id.ts';
import { words } from '../domain/translator.ts';
import { router } from '../electron/till/router.ts';
import { type SourceFile, sourceFiles } from './support/source-files.ts';

/** What no linter sees: the contract, the words and the errors are whole; the code is explained. */

const program = sourceFiles('domain', 'node', 'electron', 'hub', 'renderer').filter(
  ({ isTest }) => !isTest,
);
const tests = sourceFiles('domain', 'node', 'electron', 'hub', 'renderer', 'test').filter(
  ({ isTest }) => isTest,
);
const keys = Object.keys(words.id);
/** Ends the key of what English says of one. */
const OF_ONE = '_one';

test('every call of the contract, and nothing else, is implemented in the router', () => {
  const calls = pathsOf(contract, isContractProcedure);

  expect(pathsOf(router, isProcedure)).toEqual(calls);
  expect(calls).toContain('sales.ringUp');
});

test('every call of the contract names who may make it', () => {
  const unguarded = pathsOf(
    contract,
    (part) => isContractProcedure(part) && part['~orpc'].meta.permission === undefined,
  );

  expect(unguarded).toEqual([]);
});

test('both languages have the same keys, but for what English says of one', () => {
  const english = Object.keys(words.en).filter((key) => !key.endsWith(OF_ONE));

  expect(english.sort()).toEqual([...keys].sort());
});

test('every sentence stands in both languages with the same facts in it', () => {
  const { id, en }: Record<'id' | 'en', Readonly<Record<string, string>>> = words;
  const wrong = Object.keys(en).filter((key) => {
    const [ours, theirs] = [id[key.replace(OF_ONE, '')], en[key]];
    return !ours?.trim() || !theirs?.trim() || factsIn(ours).join() !== factsIn(theirs).join();
  });

  expect(wrong).toEqual([]);
});

test.each(Object.entries(lapakErrors))('%s has words, of facts that it carries', (_, entry) => {
  const text = new Map(Object.entries(words.id)).get(entry.textKey);

  expect(text).toBeTruthy();
  expect(Object.keys(entry.data.shape)).toEqual(
    expect.arrayContaining(factsIn(text).map((fact) => fact.split(',')[0])),
  );
});

const raised = quotedIn(
  tests.filter(({ path }) => /\.(test|spec)\.tsx?$/.test(path)).flatMap(({ lines }) => lines),
);

test.each(Object.keys(lapakErrors))('%s is raised by a test', (code) => {
  expect(raised.has(code)).toBe(true);
});

/** What stands in quotes, one word each: of code, or of an attribute. */
function quotedIn(lines: readonly string[]): ReadonlySet<string> {
  return new Set(
    lines.flatMap((line) =>
      Array.from(line.matchAll(/(?<=['"])[^'"\s]+(?=['"])/g), ([key]) => key),
    ),
  );
}

test('every sentence is used', () => {
  const lines = program.flatMap((file) => file.lines).filter((line) => !/^\s*'[^']+':/.test(line));
  const written = quotedIn(lines);
  const begun = new Set(
    lines.flatMap((line) => Array.from(line.matchAll(/`([^`$\s]+)\.\$\{/g), ([, key]) => key)),
  );
  const unused = keys.filter((key) => {
    // Of a key put together where it is said: at any of its points.
    const prefixes = key.split('.').map((_, at, parts) => parts.slice(0, at + 1).join('.'));
    const isPutTogether = prefixes.some((prefix) => begun.has(prefix));
    return !written.has(key) && !isPutTogether;
  });

  expect(unused).toEqual([]);
});

/** Pages, by folder or file, that are loaded with words of their own; a lamp is of the bar. */
const withOwnWords = {
  'renderer/till/catalog/': catalogPageId,
  'renderer/till/down/': downPageId,
  'renderer/till/fees/': feesPageId,
  'renderer/till/journal/': trailId,
  'renderer/till/payments/claims/': claimsPageId,
  'renderer/till/payments/': paymentsPageId,
  'renderer/till/sales/CartTermsSheet.tsx': salesPageId,
  'renderer/till/sales/back/': salesPageId,
  'renderer/till/sales/LinePad.tsx': salesPageId,
  'renderer/till/sales/ParkedSheet.tsx': salesPageId,
  'renderer/till/sales/QuickItemSheet.tsx': salesPageId,
  'renderer/till/sales/ReceiptQr.tsx': printingPageId,
  'renderer/till/sales/today/': { ...salesPageId, ...printingPageId },
  'renderer/till/settings/': settingsPageId,
  'renderer/till/shifts/HourChart.tsx': shiftsPageId,
  'renderer/till/shifts/ShiftReportView.tsx': shiftsPageId,
  'renderer/till/shifts/shift-document.ts': shiftsPageId,
  'renderer/till/sync/': syncPageId,
  'renderer/ui/check/': checkPageId,
  'renderer/ui/ReceiptView.tsx': { ...salesPageId, ...printingPageId },
  'renderer/ui/papers/': papersId,
  'renderer/ui/pdf/': papersId,
};

test('the till’s screen says only words that it is loaded with', () => {
  const screen = program.filter(({ path }) => /^renderer\/(till|ui)\//.test(path));
  const unloaded = screen.flatMap(({ path, lines }) => {
    const own = Object.entries(withOwnWords).find(
      ([folder]) => path.startsWith(folder) && !path.endsWith('Lamp.tsx'),
    );
    const known: Readonly<Record<string, string>> = { ...tillWordsId, ...own?.[1] };
    const code = lines.join('\n');
    return keys.filter((key) => !(key in known) && code.includes(`'${key}'`));
  });

  expect(unloaded).toEqual([]);
});

test('every exported function says what it does', () => {
  const exported = /^export (async )?function|^export const \w+ = (async )?(\(|<|function)/;

  expect(
    find(program, (line, before) => exported.test(line) && !before.trimEnd().endsWith('*/')),
  ).toEqual([]);
});

test('every type assertion says why', () => {
  const asserts = (line: string) =>
    /\bas (?!const\b)(keyof |readonly |unknown|[A-Z{[(])/.test(line.replace(/'[^']*'/g, "''")) &&
    !/^\s*(import|export|\*|\/\*|\/\/)/.test(line);

  expect(
    find(
      program,
      (line, before) => asserts(line) && !line.includes('//') && !before.includes('//'),
    ),
  ).toEqual([]);
});

test('domain/ never asks what time it is', () => {
  const domain = program.filter(({ path }) => path.startsWith('domain/'));

  expect(find(domain, asksTheTime)).toEqual([]);
});

test.each(['new Date()', 'new Date;', 'Date()', 'at(new Date( ))'])('%s asks the time', (line) => {
  expect(asksTheTime(line)).toBe(true);
});

test('a date of a given time does not ask it', () => {
  expect(asksTheTime('new Date(atMs).toISOString()')).toBe(false);
});

test('no line is longer than 100 characters', () => {
  // A sentence on screen is not broken over lines.
  const files = [...program, ...tests].filter(({ path }) => !/\/text\.(id|en)\.ts$/.test(path));

  expect(find(files, (line) => line.length > 100)).toEqual([]);
});

const projectDir = join(import.meta.dirname, '..');

test('the till’s styles ask the page for room in rem, as larger text has less of it', () => {
  const sheets = globSync('renderer/{till,ui}/**/*.css', { cwd: projectDir });
  const query = /@media.*(width|height)|@container.*\dpx/;
  const wrong = sheets.filter((path) => query.test(readFileSync(join(projectDir, path), 'utf8')));

  expect(sheets.length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});

const documents = ['README.md', ...globSync('docs/**/*.md', { cwd: projectDir })];
const FOLDERS = 'docs,domain,electron,hub,node,renderer,resources,test';

test.each(documents)('every file and folder that %s names is there', (document) => {
  const text = readFileSync(join(projectDir, document), 'utf8');
  const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
  const isRooted = (name: string) => FOLDERS.split(',').includes(name.split('/', 1)[0] ?? '');
  const paths = named.filter(
    (name) => (name.includes('/') && isRooted(name)) || /^[\w./*-]+\.(tsx?|mjs|md)$/.test(name),
  );
  const gone = paths.filter((path) => {
    const pattern = path.replace(/<.*?>/g, '*'); // `domain/<capability>/contract.ts`
    const place = isRooted(path) ? pattern : `{${FOLDERS}}/**/${pattern}`;
    return globSync(place, { cwd: projectDir }).length === 0;
  });

  expect(gone).toEqual([]);
});

function asksTheTime(line: string): boolean {
  return /\bnew Date\b(?!\()|(\bnew )?\bDate\(\s*\)/.test(line);
}

function pathsOf(tree: object, isLeaf: (part: unknown) => boolean, path = ''): string[] {
  return Object.entries(tree)
    .flatMap(([name, part]: [string, unknown]) => {
      const here = path === '' ? name : `${path}.${name}`;
      if (isLeaf(part)) return [here];
      if (isContractProcedure(part) || typeof part !== 'object' || part === null) return [];
      return pathsOf(part, isLeaf, here);
    })
    .sort();
}

function factsIn(text = ''): string[] {
  const facts = [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, fact = '']) => fact);
  return facts.map((fact) => fact.replaceAll(' ', '')).sort();
}

function find(
  files: readonly SourceFile[],
  isWrong: (line: string, before: string) => boolean,
): string[] {
  return files.flatMap(({ path, lines }) =>
    lines.flatMap((line, i) =>
      isWrong(line, lines[i - 1] ?? '') ? [`${path}:${i + 1} ${line.trim()}`] : [],
    ),
  );
}
