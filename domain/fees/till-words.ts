import type { Language } from '../settings/settings.ts';
import type { Translator } from '../text.ts';
import type { ShownPlan } from './till-state.ts';
import { formatRupiah } from '../money.ts';

const months = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
} as const satisfies Record<Language, readonly string[]>;

/** `Nov 2026` of a period `2026-11`. */
export function periodWords(period: string, language: Language): string {
  return `${months[language][Number(period.slice(5)) - 1] ?? ''} ${period.slice(0, 4)}`;
}

/** `Rp1.444,70` of thousandths of a rupiah. */
function rateWords(rateMilli: number): string {
  const sen = String(Math.round((rateMilli % 1_000) / 10)).padStart(2, '0');
  const whole = formatRupiah(Math.trunc(rateMilli / 1_000));
  return sen === '00' ? whole : `${whole},${sen}`;
}

/** `Listrik Rp700.000 + kebersihan Rp300.000, jatuh tempo tanggal 10` */
export function planWords(plan: ShownPlan, say: Translator): string {
  const { electricityRupiah, rateMilli, cleaningRupiah, dueDay } = plan;
  const electricity =
    electricityRupiah === null
      ? say.text('fees.planMetered', { rate: rateWords(rateMilli ?? 0) })
      : say.text('fees.planFixed', { amount: electricityRupiah });
  return say.text('fees.planWords', { electricity, cleaning: cleaningRupiah, day: dueDay });
}
