import { type PackCheck, PackChecker, type PackFacts } from '../../domain/audit/check-pack.ts';
import { PACK_LINE_BYTES_MAX } from '../../domain/audit/pack.ts';
import type { Translator } from '../../domain/text.ts';
import { type CommandOption, defineCommand } from '../../node/cli/command.ts';
import { auditCrypto } from '../../node/crypto/audit.ts';
import { fileLines, openLines } from './file-lines.ts';

/** A raw Ed25519 public key as hex. */
const hexKey: CommandOption<string> = {
  value: 'KEY',
  parse: (given) => (/^[0-9a-f]{64}$/i.test(given) ? given.toLowerCase() : undefined),
};

/** Lines between two looks at how far it has come. */
const STEP = 1_000;

/** Checks an audit pack of a hub, wherever it came from: no book and no network is asked. */
export const verifyPack = defineCommand({
  name: 'verify-pack',
  about: 'audit.about.verify',
  argument: 'FILE',
  options: { 'hub-key': hexKey },
  async run({ argument, options, speaker, progress }) {
    const hubKey = options['hub-key'] ?? null;
    const tell = (lines: number) =>
      progress(speaker.text('audit.checking', { file: argument, lines }));
    const check = await checkFile(argument, hubKey, tell);
    const { ok, records, devices, firstBad, reason, facts } = check;
    const { byWord, wrongSignatures, header } = facts ?? {};
    const told = facts && { byWord, wrongSignatures, hub: header?.hub };
    return {
      ok,
      report: { ok, records, devices, firstBad, reason, ...told },
      words: facts ? wholeWords(check, facts, hubKey, speaker) : [brokenWords(check, speaker)],
    };
  },
});

type Check = PackCheck & { readonly facts?: PackFacts };

/** @throws LapakError FILE_UNREADABLE */
async function checkFile(
  file: string,
  hubKey: string | null,
  tell: (lines: number) => void,
): Promise<Check> {
  const checker = new PackChecker(auditCrypto(), hubKey);
  const stream = await openLines(file, process.stdin);
  for await (const { number, text, why } of fileLines(stream, PACK_LINE_BYTES_MAX)) {
    if (text === undefined) return checker.bad(why === 'no-text' ? 'it is no text' : TOO_LONG);
    const bad = checker.take(text);
    if (bad) return bad;
    if (number % STEP === 0) tell(number);
  }
  return checker.end();
}

const TOO_LONG = 'it is longer than a line of a pack';

function wholeWords(
  { records, devices }: PackCheck,
  { header, shown, byWord, wrongSignatures }: PackFacts,
  hubKey: string | null,
  speaker: Translator,
): string[] {
  const { stall, from, to, hub } = header;
  const counts = { records, devices, shown };
  return [
    speaker.text('audit.whole', { stall: stall.code, from, to, ...counts }),
    ...(wrongSignatures > 0
      ? [speaker.text('audit.wrongSignatures', { count: wrongSignatures })]
      : []),
    ...(byWord > 0 ? [speaker.text('audit.byWord', { count: byWord })] : []),
    hubKey === null
      ? speaker.text('audit.ofHub', { hub: hub.name, key: hub.publicKey })
      : speaker.text('audit.ofKnownHub', { hub: hub.name }),
  ];
}

function brokenWords({ firstBad, reason }: PackCheck, speaker: Translator): string {
  return firstBad === null
    ? speaker.text('audit.brokenSomewhere', { reason })
    : speaker.text('audit.broken', { firstBad, reason });
}
