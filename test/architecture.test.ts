import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesOf, type Finding, makePlot, type Plot } from './support/planted-breach.ts';

/** Each rule of the settings is shown to catch a file that breaks it. */

const imports = 'eslint(no-restricted-imports)';
const globals = 'eslint(no-restricted-globals)';
const properties = 'eslint(no-restricted-properties)';
const store = "import { build } from '../database/build.ts';\nexport const query = build;\n";
const hubStore = (word: string) =>
  `export const query = (trx: { ${word}: () => void }) => trx.${word}();\n`;

/** [what is forbidden, the file, what stands in it, the rule] */
const breaches: readonly (readonly [string, string, string, string])[] = [
  ['domain/ from electron/', 'domain/a1.ts', from('../electron/till/till.ts'), imports],
  ['domain/ from node/', 'domain/a0.ts', from('../node/log.ts'), imports],
  ['domain/ from renderer/', 'domain/a2.ts', from('../renderer/till/connection.ts'), imports],
  ['domain/ from hub/', 'domain/sales/a3.ts', from('../../hub/ingest.ts'), imports],
  ['domain/ from test/', 'domain/a4.ts', from('../test/support/x.ts'), imports],
  ['domain/ with Node', 'domain/a5.ts', from('node:fs'), imports],
  ['domain/ with Node under its old name', 'domain/a6.ts', from('fs'), imports],
  ['domain/ with a database', 'domain/a7.ts', from('better-sqlite3'), imports],
  ['domain/ with React', 'domain/a8.ts', from('react'), imports],
  ['domain/ with Electron', 'domain/a9.ts', from('electron'), imports],
  ['domain/ with a type of a database', 'domain/a10.ts', typeFrom('kysely'), imports],
  ['domain/ with Node, later', 'domain/a11.ts', "await import('node:os');\n", imports],
  ['domain/ passing on Node', 'domain/a12.ts', "export { join } from 'node:path';\n", imports],
  ['a test in domain/ from electron/', 'domain/a.test.ts', from('../electron/x.ts'), imports],
  ['domain/ with the clock', 'domain/b1.ts', 'export const at = Date.now();\n', properties],
  ['domain/ with chance', 'domain/b2.ts', 'export const n = Math.random();\n', properties],
  ['domain/ with ids', 'domain/b3.ts', 'export const id = crypto.randomUUID();\n', globals],
  ['domain/ with a timer', 'domain/b4.ts', 'setTimeout(String, 1);\n', globals],
  ['domain/ with a repeating timer', 'domain/b5.ts', 'setInterval(String, 1);\n', globals],
  ['domain/ with a stopwatch', 'domain/b6.ts', 'performance.now();\n', properties],
  ['domain/ with a hidden stopwatch', 'domain/b7.ts', 'export const p = performance;\n', globals],
  [
    'domain/ with a hidden clock',
    'domain/b8.ts',
    'export const D = globalThis.Date;\n',
    properties,
  ],
  ['domain/ with process', 'domain/b9.ts', 'export const e = process.env;\n', globals],
  ['domain/ with Buffer', 'domain/b10.ts', "export const b = Buffer.from('');\n", globals],
  ['domain/ with window', 'domain/b11.ts', 'export const w = window;\n', globals],
  ['domain/ with document', 'domain/b12.ts', 'export const d = document;\n', globals],
  ['domain/ with the network', 'domain/b13.ts', "void fetch('');\n", globals],
  ['renderer/ from node/', 'renderer/c0.ts', from('../node/log.ts'), imports],
  ['what pages share from a page', 'renderer/ui/c9.ts', from('../till/x.ts'), imports],
  ['what pages share with Node', 'renderer/ui/c10.ts', from('node:fs'), imports],
  ['a page from another', 'renderer/console/c11.ts', from('../till/x.ts'), imports],
  ['renderer/ from electron/', 'renderer/c1.ts', from('../electron/till/till.ts'), imports],
  ['renderer/ with a type of the till', 'renderer/c2.ts', typeFrom('../electron/x.ts'), imports],
  ['renderer/ from hub/', 'renderer/sales/c3.tsx', from('../../hub/x.ts'), imports],
  ['renderer/ with Node', 'renderer/c4.ts', from('node:fs'), imports],
  ['renderer/ with Electron', 'renderer/c5.ts', from('electron'), imports],
  ['renderer/ with a server', 'renderer/c6.ts', from('@orpc/server'), imports],
  ['renderer/ with a database', 'renderer/c7.ts', from('better-sqlite3'), imports],
  ['renderer/ from test/', 'renderer/c8.ts', from('../test/support/x.ts'), imports],
  ['a test in renderer/ from electron/', 'renderer/c.test.ts', from('../electron/x.ts'), imports],
  ['the till with Electron', 'electron/till/d1.ts', from('electron'), imports],
  ['the till with a type of Electron', 'electron/till/d2.ts', typeFrom('electron'), imports],
  [
    'the till from renderer/',
    'electron/till/d3.ts',
    from('../../renderer/till/connection.ts'),
    imports,
  ],
  ['the till from hub/', 'electron/till/d11.ts', from('../../hub/ingest.ts'), imports],
  ['the till from hub/', 'electron/till/sales/d4.ts', from('../../../hub/x.ts'), imports],
  ['the till from shell/', 'electron/till/d5.ts', from('../shell/session.ts'), imports],
  ['the till from main.ts', 'electron/till/d6.ts', from('../main.ts'), imports],
  ['the till from cli/', 'electron/till/d7.ts', from('../cli/command.ts'), imports],
  ['the till from test/', 'electron/till/d8.ts', from('../../test/support/x.ts'), imports],
  ['a store with Electron', 'electron/till/sales/d9-store.ts', from('electron'), imports],
  ['a store from renderer/', 'electron/till/d12-store.ts', from('../../renderer/x.ts'), imports],
  ['a store from test/', 'electron/till/d13-store.ts', from('../../test/support/x.ts'), imports],
  ['the database from a shell', 'electron/till/database/d10.ts', from('../../cli.ts'), imports],
  ['a test of the till with Electron', 'electron/till/d.test.ts', from('electron'), imports],
  ['a test of the till from renderer/', 'electron/d2.test.ts', from('../renderer/x.ts'), imports],
  ['SQL beside the stores', 'electron/till/sales/e1.ts', store, imports],
  ['Electron in the browser shell', 'electron/browser-shell.ts', from('electron'), imports],
  ['Electron in a command', 'electron/cli/f1.ts', from('electron'), imports],
  [
    'a command from renderer/',
    'electron/cli/f3.ts',
    from('../../renderer/till/connection.ts'),
    imports,
  ],
  ['a command from test/', 'electron/cli/f4.ts', from('../../test/support/x.ts'), imports],
  [
    'a shell from renderer/',
    'electron/shell/f2.ts',
    from('../../renderer/till/connection.ts'),
    imports,
  ],
  ['a shell from hub/', 'electron/shell/f5.ts', from('../../hub/ingest.ts'), imports],
  ['a shell from test/', 'electron/shell/f6.ts', from('../../test/support/x.ts'), imports],
  ['main.ts from renderer/', 'electron/main.ts', from('../renderer/till/connection.ts'), imports],
  ['node/ from electron/', 'node/n1.ts', from('../electron/till/till.ts'), imports],
  ['node/ from hub/', 'node/n2.ts', from('../hub/x.ts'), imports],
  ['node/ with Electron', 'node/n3.ts', from('electron'), imports],
  ['node/ with SQL', 'node/n4.ts', from('kysely'), imports],
  ['a test of node/ from electron/', 'node/n5.test.ts', from('../electron/x.ts'), imports],
  ['hub/ from electron/', 'hub/g1.ts', from('../electron/till/till.ts'), imports],
  ['hub/ from renderer/', 'hub/g2.ts', from('../renderer/till/connection.ts'), imports],
  ['hub/ with Electron', 'hub/g3.ts', from('electron'), imports],
  ['hub/ from test/', 'hub/g4.ts', from('../test/support/x.ts'), imports],
  ['a test of hub/ from electron/', 'hub/g5.test.ts', from('../electron/x.ts'), imports],
  ['a test of hub/ with Electron', 'hub/g6.test.ts', from('electron'), imports],
  ['a query beside the hub’s stores', 'hub/audit/g7.ts', hubStore('selectFrom'), properties],
  ['an insert beside the hub’s stores', 'hub/audit/g8.ts', hubStore('insertInto'), properties],
  ['an update beside the hub’s stores', 'hub/audit/g9.ts', hubStore('updateTable'), properties],
  ['a delete beside the hub’s stores', 'hub/audit/g10.ts', hubStore('deleteFrom'), properties],
  ['a merge beside the hub’s stores', 'hub/audit/g11.ts', hubStore('mergeInto'), properties],
  ['a circle', 'domain/h1.ts', "export * as two from './h2.ts';\n", 'import(no-cycle)'],
  ['a barrel', 'domain/h3.ts', "export * from './money.ts';\n", 'oxc(no-barrel-file)'],
  ['a default export', 'domain/h4.ts', 'export default 1;\n', 'import(no-default-export)'],
  ['any', 'domain/h5.ts', 'export let x: any;\n', 'typescript(no-explicit-any)'],
  ['a !', 'domain/h6.ts', 'export const x = [1][0]!;\n', 'typescript(no-non-null-assertion)'],
  ['a long file', 'domain/h7.ts', 'void 0;\n'.repeat(301), 'eslint(max-lines)'],
  ['a long function', 'domain/h8.ts', longFunction(71), 'eslint(max-lines-per-function)'],
  ['a lost promise', 'domain/h9.ts', lostPromise(), 'typescript(no-floating-promises)'],
  ['a missing case', 'domain/h10.ts', missingCase(), 'typescript(switch-exhaustiveness-check)'],
  ['work left over', 'domain/h11.ts', '// TODO later\n', 'eslint(no-warning-comments)'],
  ['printing', 'electron/till/h12.ts', "console.log('');\n", 'eslint(no-console)'],
  ['a promise as an answer', 'domain/h13.ts', promiseAsked(), 'typescript(no-misused-promises)'],
  ['a thrown word', 'domain/h14.ts', "throw 'no';\n", 'typescript(only-throw-error)'],
  ['a type as a value', 'domain/h15.ts', typeAsValue(), 'typescript(consistent-type-imports)'],
  ['a list as facts', 'domain/h16.ts', 'void { ...[1] };\n', 'typescript(no-misused-spread)'],
  ['an idle as', 'domain/h17.ts', idleAs(), 'typescript(no-unnecessary-type-assertion)'],
  ['==', 'domain/h18.ts', 'export const same = (a: number) => a == 1;\n', 'eslint(eqeqeq)'],
  ['var', 'domain/h19.ts', 'var x = 1;\nvoid x;\n', 'eslint(no-var)'],
  ['a let that stays', 'domain/h20.ts', 'let x = 1;\nvoid x;\n', 'eslint(prefer-const)'],
  ['a hook under an if', 'renderer/h21.ts', hookUnderIf(), 'react-hooks(rules-of-hooks)'],
  ['an effect that goes stale', 'renderer/h22.ts', staleEffect(), 'react-hooks(exhaustive-deps)'],
];

/** What must stay allowed, so that no rule catches everything. */
const allowed: readonly (readonly [string, string, string])[] = [
  ['domain/ from domain/', 'domain/sales/ok1.ts', from('../money.ts')],
  ['domain/ with zod', 'domain/ok2.ts', from('zod')],
  ['renderer/ from domain/', 'renderer/sales/ok3.ts', from('../../domain/money.ts')],
  ['the till from domain/', 'electron/till/sales/ok4.ts', from('../../../domain/money.ts')],
  ['the till with Node', 'electron/till/ok5.ts', from('node:fs')],
  ['SQL in a store', 'electron/till/sales/ok-store.ts', store],
  ['SQL in the database folder', 'electron/till/database/ok6.ts', from('./build.ts')],
  ['Electron in preload.ts', 'electron/preload.ts', from('electron')],
  ['Electron in shell/', 'electron/shell/ok7.ts', typeFrom('electron')],
  ['node/ from domain/', 'node/ok14.ts', from('../domain/money.ts')],
  ['the till from node/', 'electron/till/ok15.ts', from('../../node/log.ts')],
  ['hub/ from node/', 'hub/ok16.ts', from('../node/log.ts')],
  ['hub/ from domain/', 'hub/ok8.ts', from('../domain/money.ts')],
  ['a test of hub/ from test/', 'hub/ok17.test.ts', from('../test/support/x.ts')],
  ['SQL in a store of the hub', 'hub/audit/ok18-store.ts', hubStore('selectFrom')],
  ['SQL in the hub’s database folder', 'hub/database/ok19.ts', hubStore('insertInto')],
  ['SQL in a test of the hub', 'hub/audit/ok20.test.ts', hubStore('selectFrom')],
  ['the default export of settings', 'x.config.ts', 'export default {};\n'],
  ['a long test', 'domain/ok9.test.ts', 'String();\n'.repeat(301)],
  ['a long function in a test', 'domain/ok10.test.ts', longFunction(71)],
  ['printing in a test', 'test/ok11.ts', "console.log('');\n"],
  ['a hook under an if in a test', 'renderer/ok12.test.ts', hookUnderIf()],
  ['the letters of a word in a test', 'domain/ok13.test.ts', "String([...'abc']);\n"],
];

let plot: Plot;
let findings: Finding[];

beforeAll(() => {
  plot = makePlot();
  plot.plant('domain/h2.ts', "export * as one from './h1.ts';\n");
  plot.plant('domain/h23.ts', "export type Kind = 'cash';\n");
  for (const [, path, text] of [...breaches, ...allowed]) plot.plant(path, text);
  findings = plot.lint();
});
afterAll(() => plot.clear());

test.each(breaches)('the linter catches %s', (_, path, __, rule) => {
  expect(findings.filter(({ file }) => file === path).map((found) => found.rule)).toContain(rule);
});

test.each(allowed)('the linter allows %s', (_, path) => {
  expect(findings.filter(({ file }) => file === path)).toEqual([]);
});

// Each on a plot of its own: a planted import would bring the types of Node with it.
test.each(['window', 'document', 'process', 'Buffer'])(
  'domain/ does not compile with %s',
  (name) => {
    const errors = compileAlone('domain', `export const outside = ${name};\n`);

    expect(errors).toMatch(
      new RegExp(`^domain/outside\\.ts\\(1,24\\): error TS\\d+: .*'${name}'`, 'm'),
    );
  },
);

test.each(['process', 'Buffer'])('renderer/ does not compile with %s', (name) => {
  const errors = compileAlone('renderer', `export const outside = ${name};\n`);

  expect(errors).toMatch(
    new RegExp(`^renderer/outside\\.ts\\(1,24\\): error TS\\d+: .*'${name}'`, 'm'),
  );
});

test('renderer/ compiles with window', () => {
  expect(compileAlone('renderer', 'export const inside = window;\n')).toBe('');
});

test.each([
  ['domain', 'node_modules/@types/node/'],
  ['domain', 'lib.dom'],
  ['renderer', 'node_modules/@types/node/'],
])('nothing that %s/ imports brings in %s', (folder, types) => {
  expect(filesOf(folder).filter((file) => file.includes(types))).toEqual([]);
});

function compileAlone(folder: string, text: string): string {
  const alone = makePlot();
  try {
    alone.plant(`${folder}/outside.ts`, text);
    return alone.compile(folder);
  } finally {
    alone.clear();
  }
}

function from(source: string): string {
  return `import { x } from '${source}';\nexport const y = x;\n`;
}

function typeFrom(source: string): string {
  return `import type { X } from '${source}';\nexport type Y = X;\n`;
}

function longFunction(lines: number): string {
  return `export function long(): void {\n${'  void 0;\n'.repeat(lines - 1)}}\n`;
}

function lostPromise(): string {
  return 'async function save(): Promise<void> {}\nsave();\n';
}

function promiseAsked(): string {
  return 'async function isWell(): Promise<boolean> {\n  return true;\n}\nif (isWell()) void 0;\n';
}

function typeAsValue(): string {
  return "import { Kind } from './h23.ts';\nexport type Same = Kind;\n";
}

function idleAs(): string {
  return 'export const same = (n: number) => n as number;\n';
}

function hookUnderIf(): string {
  return [
    "import { useState } from 'react';",
    'export function useCount(isOn: boolean): void {',
    '  if (isOn) useState(0);',
    '}\n',
  ].join('\n');
}

function staleEffect(): string {
  return [
    "import { useEffect } from 'react';",
    'export function useTitle(title: string): void {',
    '  useEffect(() => {',
    '    document.title = title;',
    '  }, []);',
    '}\n',
  ].join('\n');
}

function missingCase(): string {
  return [
    "export function say(kind: 'cash' | 'card'): number {",
    '  switch (kind) {',
    "    case 'cash':",
    '      return 1;',
    '  }',
    '  return 0;',
    '}\n',
  ].join('\n');
}
