import { z } from 'zod';
import { call } from '../contract-base.ts';
import { Settings } from './settings.ts';

export const settingsContract = {
  read: call('settings.read').output(Settings),
  /** Keeps the fields given, answers the whole. */
  change: call('settings.change').input(z.strictObject(Settings.partial().shape)).output(Settings),
};
