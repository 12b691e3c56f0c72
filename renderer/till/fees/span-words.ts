import { writtenDate } from '../../../domain/time.ts';

/** `03/11/2026`, or `03/11/2026 – 05/11/2026`. */
export function spanWords({ from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? writtenDate(from) : `${writtenDate(from)} – ${writtenDate(to)}`;
}
