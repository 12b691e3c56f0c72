import type { PrintReason } from '../../../domain/printing/printer.ts';
import type { Say } from '../../ui/use-text.ts';

/** In words why paper does not come out, or is not sure to have; of none that nothing is known. */
export function reasonWords(reason: PrintReason | null, say: Say): string {
  return say.text(reason === null ? 'printing.reasonUnknown' : `printing.reason.${reason}`);
}
