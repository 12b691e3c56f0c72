import { theProgram } from '../../domain/actor.ts';
import { defineCommand } from '../../node/cli/command.ts';
import { enrolTill } from '../till/enrolment/enrol-till.ts';
import { wordsOf } from './sync-status.ts';
import { withTill } from './with-till.ts';

/** Enrols the till of a folder at a hub; a new folder gets a book. */
export const enrol = defineCommand({
  name: 'enrol',
  about: 'cli.about.enrol',
  argument: 'INVITATION',
  options: {},
  run: ({ dataDir, argument, speaker }) =>
    withTill({ dataDir, isDryRun: false }, async (till) => {
      const status = await enrolTill(till, theProgram, { invitation: argument });
      return { ok: true, report: status, words: wordsOf(till, status, speaker) };
    }),
});
