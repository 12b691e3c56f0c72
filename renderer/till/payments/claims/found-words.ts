import type { FoundState } from '../../../../domain/payments/claim.ts';
import type { Say } from '../../../ui/use-text.ts';

/** `Uang sudah masuk, dari laporan`, `Uang tidak masuk (dicari sampai malam), Ani` */
export function foundWords(
  { found }: { readonly found: FoundState | null },
  say: Say,
  nameOf: (cashier: string) => string,
): string {
  if (!found) return say.text('claims.state.claimed');
  const state = say.text(`claims.state.${found.state}`);
  const note = found.note === '' ? '' : ` (${found.note})`;
  return `${state}${note}, ${finderWords(found, say, nameOf)}`;
}

function finderWords(
  { by, cashier }: FoundState,
  say: Say,
  nameOf: (cashier: string) => string,
): string {
  if (by === 'hub') return say.text('claims.byHub');
  return by === 'report' ? say.text('claims.byReport') : nameOf(cashier);
}
