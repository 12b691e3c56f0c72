import { IconShoppingCart } from '@tabler/icons-react';
import sheet from '../../ui/sheet.module.css';
import { useText } from '../../ui/use-text.ts';
import { SheetButton } from './SheetButton.tsx';

interface HeldCartsProps {
  readonly carts: number;
  readonly isBusy: boolean;
  readonly onRegister: () => void;
}

/** Carts that are not paid yet keep a shift from closing, until a person says that they go on. */
export function HeldCarts({ carts, isBusy, onRegister }: HeldCartsProps) {
  const say = useText();
  return (
    <>
      <p className={sheet.warning} role="alert">
        <IconShoppingCart aria-hidden />
        {say.text('shift.cartsHeld', { carts })}
      </p>
      <SheetButton look="other" isOff={isBusy} onPress={onRegister}>
        {say.text('shift.toCarts')}
      </SheetButton>
    </>
  );
}
