import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { call } from '../contract-base.ts';
import { Settings } from './settings.ts';

export const settingsContract = {
  read: call('settings.read').output(Settings),
  /** The settings now, then the whole after each change, so that every page follows. */
  watch: call('settings.read').output(eventIterator(Settings)),
  /** Keeps the fields given, answers the whole. */
  change: call('settings.change').input(z.strictObject(Settings.partial().shape)).output(Settings),
};
