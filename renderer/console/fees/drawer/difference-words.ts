import type { Say } from '../../../ui/use-text.ts';

/** How a count stands against the books: below nothing is missing. Rupiah */
export function differenceWords(difference: number, say: Say): string {
  if (difference === 0) return say.text('console.fees.drawer.matches');
  return difference > 0
    ? say.text('console.fees.drawer.over', { amount: difference })
    : say.text('console.fees.drawer.short', { amount: -difference });
}
