import { PACK_DAYS_MAX } from '../../domain/audit/pack.ts';
import { defineCommand, invalid } from '../../node/cli/command.ts';
import { checkResult } from '../../node/cli/result-file.ts';
import { writeTextPieces } from '../../node/tables/write-text-file.ts';
import { exportPack } from '../audit/export-pack.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { isHubThere } from './import-organisation.ts';
import { assertPeriod, code, date } from './options.ts';
import { withIdentity } from './with-hub.ts';

/** Writes what an auditor needs to check a stall's figures without this hub. */
export const exportAuditPack = defineCommand({
  name: 'export-audit-pack',
  about: 'audit.about.export',
  argument: 'FILE',
  options: { stall: code, from: date, to: date },
  async run({ dataDir, argument, options: { stall, from, to }, speaker, progress }) {
    if (stall === undefined) throw invalid(`--stall ${code.value}`);
    if (from === undefined || to === undefined) throw invalid(`--from, --to ${date.value}`);
    assertPeriod(from, to, PACK_DAYS_MAX);
    await checkResult(argument, isHubThere);
    return withIdentity(dataDir, async (hub) => {
      let characters = 0;
      const pieces = exportPack(hub, { stall, from, to, by: THE_PROGRAM });
      const watched = async function* () {
        for await (const piece of pieces) {
          characters += piece.length;
          const megabytes = Math.floor(characters / 1_000_000);
          progress(speaker.text('audit.exporting', { file: argument, megabytes }));
          yield piece;
        }
      };
      await writeTextPieces(argument, watched());
      const { name, publicKey } = hub.identity;
      const key = publicKey.toString('hex');
      return {
        ok: true,
        report: { file: argument, stall, from, to, hub: { name, publicKey: key } },
        words: [
          speaker.text('audit.exported', { file: argument, stall, from, to }),
          speaker.text('audit.key', { hub: name, key }),
        ],
      };
    });
  },
});
