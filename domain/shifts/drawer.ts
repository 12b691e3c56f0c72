import { z } from 'zod';
import { rupiah, RupiahSum, type Rupiah } from '../money.ts';

/** What went through a drawer during a shift. All positive, but for cash that refunds exceed. */
export const DrawerFlows = z.strictObject({
  floatRupiah: RupiahSum,
  /** What was handed over in cash, and what went back as change. */
  cashTakenRupiah: RupiahSum,
  changeRupiah: RupiahSum,
  cashRefundsRupiah: RupiahSum,
  inRupiah: RupiahSum,
  outRupiah: RupiahSum,
});
export type DrawerFlows = z.output<typeof DrawerFlows>;

/** What should be in the drawer: float + cash taken − change − cash refunds + in − out. */
export function expectedCash(flows: DrawerFlows): Rupiah {
  const { floatRupiah, cashTakenRupiah, changeRupiah } = flows;
  const { cashRefundsRupiah, inRupiah, outRupiah } = flows;
  return rupiah(
    floatRupiah + cashTakenRupiah - changeRupiah - cashRefundsRupiah + inRupiah - outRupiah,
  );
}
