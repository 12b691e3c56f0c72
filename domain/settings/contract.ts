import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { pickErrors } from '../errors.ts';
import { call } from '../contract-base.ts';
import { Logo } from '../printing/logo.ts';
import { Settings } from './settings.ts';

const KeptLogo = z.strictObject({ logo: Logo.nullable() });

export const settingsContract = {
  read: call('open').output(Settings),
  /** The settings now, then the whole after each change, so that every page follows. */
  watch: call('open').output(eventIterator(Settings)),
  /** Switches the language of the screen, which anybody may. */
  switchLanguage: call('open').input(z.strictObject({ language: Settings.shape.language })),
  /** Keeps the fields given, answers the whole. */
  change: call('settings.change')
    .input(z.strictObject(Settings.partial().shape))
    .errors(pickErrors('BEYOND_OWN', 'DRAWER_IN_USE'))
    .output(Settings),
  /** The picture above each receipt; null for none. */
  logo: call('settings.change').output(KeptLogo),
  /** Keeps another picture above each receipt, or none. */
  changeLogo: call('settings.change').input(KeptLogo),
};
