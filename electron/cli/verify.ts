import type { Translator } from '../../domain/text.ts';
import type { Verification } from '../till/journal/verify.ts';
import { verifyFolder } from '../till/journal/verify-folder.ts';
import { defineCommand } from '../../node/cli/command.ts';

/** Checks the whole book, also one that does not open for selling any more. */
export const verify = defineCommand({
  name: 'verify',
  about: 'cli.about.verify',
  argument: null,
  options: {},
  async run({ dataDir, speaker, progress }) {
    progress(speaker.text('cli.checking'));
    const verification = await verifyFolder(dataDir);
    const { ok, records, firstBad, reason } = verification;
    return {
      ok,
      report: { ok, records, firstBad, reason },
      words: [sentenceOf(verification, speaker)],
    };
  },
});

function sentenceOf({ ok, records, firstBad, reason }: Verification, speaker: Translator): string {
  if (ok) return speaker.text('cli.whole', { records });
  if (firstBad === null) return speaker.text('cli.brokenSomewhere', { reason });
  return speaker.text('cli.broken', { firstBad, reason });
}
