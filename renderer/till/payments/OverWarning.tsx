import sheet from '../../ui/sheet.module.css';
import { useText } from '../../ui/use-text.ts';

/** What goes back in cash of a payment that is more than is left; nothing where it is not. */
export function OverWarning({ overRupiah }: { readonly overRupiah: number }) {
  const say = useText();
  if (overRupiah === 0) return null;
  return <p className={sheet.warning}>{say.text('payments.over', { over: overRupiah })}</p>;
}
