import { IconListCheck } from '@tabler/icons-react';
import sheet from '../../../ui/sheet.module.css';
import { useText } from '../../../ui/use-text.ts';
import { useOpenClaims } from './use-claims.ts';

/** At the close of a shift: how many of its payments are not checked yet; else nothing. */
export function OpenOfShift({ shift }: { readonly shift: number }) {
  const say = useText();
  const open = useOpenClaims()?.shifts.find((one) => one.shift === shift);
  if (!open) return null;
  const { count, amountRupiah: amount } = open;
  return (
    <p className={sheet.warning} role="status">
      <IconListCheck aria-hidden />
      {say.text('payments.openOfShift', { count, amount })}
    </p>
  );
}
