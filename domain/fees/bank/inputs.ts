import { z } from 'zod';
import { lineOfText, storable } from '../../line-of-text.ts';
import { ActId } from '../../journal/values.ts';

/** Most rows, senders or settlements on one page. */
export const BANK_PAGE_MAX = 200;

/** Where the next page begins, as the page before said; empty for the first. */
export const BankCursor = storable(120).default('');
/** What is looked for; empty for all. */
export const SearchText = storable(60).default('');
/** Made by who does it: the same again answers with the first result. */
export const newAct = { id: ActId };
/** Why something is done, if anybody says. */
export const ActNote = lineOfText(0, 200).default('');
/** The acts that were done. */
export const DoneActs = z.strictObject({ acts: z.array(ActId) });
