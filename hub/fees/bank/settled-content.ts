import type { z } from 'zod';
import { SettledRow } from '../../../domain/fees/bank/manage-contract.ts';
import type { KeptSettled } from './statement-store.ts';

const Content = SettledRow.omit({ row: true, nmid: true, grossSen: true, netSen: true });

/** What a kept row of a settlement file says beside what has a column. */
export function contentOf({ content }: Pick<KeptSettled, 'content'>): z.output<typeof Content> {
  return Content.parse(JSON.parse(content));
}
