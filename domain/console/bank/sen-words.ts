import { formatWhole, signOf } from '../../money.ts';

/** `Rp1.000.017`, `−Rp6.500,50`: hundredths of a rupiah, said only where there are some. */
export function formatSen(sen: number): string {
  const [whole, rest] = [Math.trunc(Math.abs(sen) / 100), Math.abs(sen) % 100];
  const cents = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`;
  return `${signOf(sen)}Rp${formatWhole(whole)}${cents}`;
}
