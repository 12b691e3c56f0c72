import { RecordHead } from '../../../domain/journal/record.ts';
import type { Say } from '../../ui/use-text.ts';

const known = RecordHead.options.map(({ shape }) => shape.type.value);

/** What a record is, in words; one of a newer program by its own name. */
export function recordTypeWords(type: string, say: Say): string {
  const told = known.find((one) => one === type);
  return told === undefined ? type : say.text(`console.type.${told}`);
}
