import type { Translator } from '../../domain/text.ts';
import { type Rebuilt, rebuildFolder } from '../till/journal/rebuild.ts';
import { defineCommand } from '../../node/cli/command.ts';

/** Makes the tables of sales and stock anew and tells what that changed: nothing, if whole. */
export const rebuild = defineCommand({
  name: 'rebuild',
  about: 'cli.about.rebuild',
  argument: null,
  options: {},
  run({ dataDir, speaker, progress }) {
    progress(speaker.text('cli.rebuilding'));
    const rebuilt = rebuildFolder(dataDir);
    return Promise.resolve({ ok: true, report: rebuilt, words: wordsOf(rebuilt, speaker) });
  },
});

function wordsOf({ records, changed }: Rebuilt, speaker: Translator): string[] {
  if (changed.length === 0) return [speaker.text('cli.rebuiltSame', { records })];
  return [speaker.text('cli.rebuiltChanged', { records, changed: changed.join(', ') })];
}
