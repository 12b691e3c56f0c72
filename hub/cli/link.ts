import { defineCommand } from '../../node/cli/command.ts';
import { linkTo, makeLink } from '../people/links.ts';
import { addressOf } from './hub-address.ts';
import { publicUrl } from './options.ts';
import { withIdentity } from './with-hub.ts';

/** Makes a link by which an administrator signs in. */
export const link = defineCommand({
  name: 'link',
  about: 'hub.about.link',
  argument: null,
  options: { 'public-url': publicUrl },
  run: ({ dataDir, options, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const made = await makeLink(hub);
      const address = linkTo(options['public-url'] ?? addressOf(dataDir), made);
      return {
        ok: true,
        report: { link: address, expiresAtMs: made.expiresAtMs },
        words: [speaker.text('hub.link', { link: address })],
      };
    }),
});
