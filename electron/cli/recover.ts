import { recoverFolder } from '../till/journal/recover.ts';
import { defineCommand } from '../../node/cli/command.ts';

/** Lets a book that was set back, or that lost its tip file, go on in a new epoch. */
export const recover = defineCommand({
  name: 'recover',
  about: 'cli.about.recover',
  argument: null,
  options: {},
  run({ dataDir, speaker }) {
    const { epoch, lost } = recoverFolder(dataDir, Date.now());
    const words =
      lost === null
        ? speaker.text('cli.recovered', { epoch })
        : speaker.text('cli.recoveredFrom', { epoch, lost });
    return Promise.resolve({ ok: true, report: { epoch, lost }, words: [words] });
  },
});
