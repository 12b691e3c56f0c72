import { expect, test } from 'vitest';
import { defineCommand, oneOf } from '../../node/cli/command.ts';
import { parseArgv } from '../../node/cli/parse-argv.ts';
import { lapakCommands, lapakProgram } from './run-command.ts';

function parse(...argv: string[]) {
  return parseArgv(argv, lapakProgram);
}

test('a command gets its argument, its folder and what its options parsed', () => {
  const { language, isJson, request } = parse(
    '--json',
    'replay',
    'sejarah.csv',
    '--rate=15750.5',
    '--column',
    'invoice=No. Nota',
    '--column',
    'code=SKU=1',
    '--delimiter',
    'tab',
    '--dates',
    'dmy',
    '--refund-prefix',
    '-',
    '--lang',
    'en',
    '--data',
    '/srv/stall',
  );

  expect({ language, isJson }).toEqual({ language: 'en', isJson: true });
  expect(request).toMatchObject({ kind: 'run', command: { name: 'replay' } });
  expect(request.kind === 'run' && request.call).toEqual({
    dataDir: '/srv/stall',
    argument: 'sejarah.csv',
    options: {
      rate: { digits: 157505, scale: 1 },
      column: { invoice: 'No. Nota', code: 'SKU=1' },
      delimiter: '\t',
      dates: 'dmy',
      'refund-prefix': '',
    },
  });
});

test('an option without a value leaves the next word alone', () => {
  const { request } = parse('import-catalog', '--dry-run', 'barang.csv', '--rejects', 'x.csv');

  expect(request).toMatchObject({
    call: { argument: 'barang.csv', options: { 'dry-run': true, rejects: 'x.csv' } },
  });
});

test('a later value of an option wins', () => {
  const { request } = parse('print-test', '--columns', '32', '--columns', '48');

  expect(request).toMatchObject({ call: { options: { columns: 48 } } });
});

test('after two dashes a word is an argument, whatever it looks like', () => {
  const { request } = parse('replay', '--data', '/srv/stall', '--', '-lama.csv');

  expect(request).toMatchObject({ kind: 'run', call: { argument: '-lama.csv' } });
});

test.each([
  [['sing'], 'COMMAND_UNKNOWN', 'sing'],
  [['replay', 'x.csv', '--dry-run=1'], 'COMMAND_INVALID', '--dry-run=1?'],
  [['import-catalog', 'x.csv', '--rejects'], 'COMMAND_INVALID', '--rejects …?'],
  [['help'], 'COMMAND_UNKNOWN', 'help'],
  [[], 'COMMAND_INVALID', 'replay | verify'],
  [['--colour'], 'COMMAND_INVALID', '--colour?'],
  [['--colour', 'totals'], 'COMMAND_INVALID', '--colour?'],
  [['totals', '--colour'], 'COMMAND_INVALID', '--colour?'],
  [['totals', '--rate', '1'], 'COMMAND_INVALID', '--rate?'],
  [['totals', '--json=yes'], 'COMMAND_INVALID', '--json=yes?'],
  [['totals', 'lebih'], 'COMMAND_INVALID', 'lebih?'],
  [['replay', 'x.csv', 'y.csv'], 'COMMAND_INVALID', 'y.csv?'],
  [['totals', '--lang', 'fr'], 'COMMAND_INVALID', '--lang fr (id|en)'],
  [['totals', '--lang'], 'COMMAND_INVALID', '--lang …?'],
  [['totals', '--data='], 'COMMAND_INVALID', '--data …?'],
  [['totals', '--data', ''], 'COMMAND_INVALID', '--data …?'],
  [['totals', '--data', ' '], 'COMMAND_INVALID', '--data …?'],
  [['--data', 'buku', 'totals', '--data', 'buku'], 'COMMAND_INVALID', '--data × 2'],
  [['totals', '--data', '--lang', 'id'], 'COMMAND_INVALID', '--data …?'],
  [['replay'], 'COMMAND_INVALID', 'replay FILE'],
  [['replay', ''], 'COMMAND_INVALID', 'replay FILE'],
  [['replay', 'x.csv', '--rate', '20.000'], 'COMMAND_INVALID', '--rate 20.000'],
  [['replay', 'x.csv', '--rate', '-5'], 'COMMAND_INVALID', '--rate -5'],
  [['replay', 'x.csv', '--rate'], 'COMMAND_INVALID', '--rate …?'],
  [['replay', 'x.csv', '--rate', '--lang', 'id'], 'COMMAND_INVALID', '--rate …?'],
  [['replay', 'x.csv', '--dates', 'dym'], 'COMMAND_INVALID', '--dates dym (dmy|mdy|ymd)'],
  [['replay', 'x.csv', '--decimal', ';'], 'COMMAND_INVALID', '--decimal ;'],
  [['replay', 'x.csv', '--delimiter', 'ab'], 'COMMAND_INVALID', '--delimiter ab'],
  [['replay', 'x.csv', '--column', 'nomor=No'], 'COMMAND_INVALID', '--column nomor=No'],
  [['replay', 'x.csv', '--refund-prefix='], 'COMMAND_INVALID', '--refund-prefix …?'],
  [['print-test', '--columns', '40'], 'COMMAND_INVALID', '--columns 40 (32|42|48)'],
  [['print-test', '--printer='], 'COMMAND_INVALID', '--printer …?'],
])('%j is refused', (argv, code, named) => {
  const { request } = parse(...argv);

  expect(request).toMatchObject({ kind: 'refused', error: { code } });
  expect(request.kind === 'refused' && JSON.stringify(request.error.data)).toContain(named);
});

test('language and --json hold for a refusal, wherever they stand', () => {
  expect(parse('totals', '--data', '--json', '--lang', 'en')).toMatchObject({
    language: 'en',
    isJson: true,
    request: { kind: 'refused' },
  });
  expect(parse('--data=', 'sing', '--lang=en', '--json')).toMatchObject({
    language: 'en',
    isJson: true,
    request: { kind: 'refused' },
  });
});

test('help is of the command that is named, else of all', () => {
  expect(parse('replay', '-h').request).toMatchObject({
    kind: 'help',
    commands: [{ name: 'replay' }],
  });
  expect(parse('--help', '--json').request).toEqual({ kind: 'help', commands: lapakCommands });
});

test('a new command is known by standing in the list', () => {
  const sing = defineCommand({
    name: 'sing',
    about: 'cli.about.totals',
    argument: null,
    options: { loud: oneOf(['yes', 'no']) },
    run: ({ options }) => Promise.resolve({ ok: true, report: options, words: [] }),
  });

  const { request } = parseArgv(['sing', '--loud', 'yes'], { ...lapakProgram, commands: [sing] });

  expect(request).toMatchObject({ kind: 'run', command: sing, call: { options: { loud: 'yes' } } });
});
