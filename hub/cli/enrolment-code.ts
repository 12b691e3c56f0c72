import { renderUnicodeCompact } from 'uqr';
import { formatCode } from '../../domain/enrolment/code.ts';
import { formatInvitation } from '../../domain/enrolment/invitation.ts';
import { defineCommand } from '../../node/cli/command.ts';
import { makeEnrolmentCode } from '../enrolment/codes.ts';
import { addressOf } from './hub-address.ts';
import { publicUrl } from './options.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { withIdentity } from './with-hub.ts';

/** Makes a one-time code by which a till of a stall enrols. */
export const enrolmentCode = defineCommand({
  name: 'enrolment-code',
  about: 'hub.about.enrolmentCode',
  argument: 'STALL',
  options: { 'public-url': publicUrl },
  run: ({ dataDir, argument, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const made = await makeEnrolmentCode(hub, argument, THE_PROGRAM);
      const { expiresAtMs, stall } = made;
      const address = options['public-url'] ?? addressOf(dataDir);
      const invitation = formatInvitation({ hub: address, ...made });
      const [grouped, hubKey] = [formatCode(made.code), formatCode(made.keyName)];
      return {
        ok: true,
        report: { code: grouped, hubKey, invitation, expiresAtMs, stall },
        words: [
          speaker.text('hub.code', { stall: `${stall.code} ${stall.name}`.trim() }),
          '',
          `    ${grouped.replaceAll('-', '   ')}`,
          '',
          speaker.text('hub.codeKey', { key: hubKey }),
          speaker.text('hub.invitation'),
          invitation,
          renderUnicodeCompact(invitation),
        ],
      };
    }),
});
