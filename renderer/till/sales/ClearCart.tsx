import { Button, Group, Modal, Text } from '@mantine/core';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { ofRegister } from './of-register.ts';
import { register, useRegister } from './register-store.ts';
import { usePricedCart } from './use-priced-cart.ts';

/** Asks before a whole cart is emptied. The safe answer has the focus. */
export function ClearCart() {
  const say = useText();
  const isOpen = useRegister((state) => state.over === 'clear');
  const { totalRupiah } = usePricedCart();
  return (
    <Modal
      {...ofRegister}
      opened={isOpen}
      onClose={() => register.actBy({ on: 'keepLines' }, 'text')}
      title={say.text('sales.clearCartAsk')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      closeOnClickOutside={false}
      centered
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      <Text mb="lg">{say.text('sales.clearCartWhat', { total: totalRupiah })}</Text>
      <Group justify="flex-end" gap="sm">
        <Button
          variant="default"
          onClick={(event) => register.act({ on: 'clearSurely' }, event)}
          c="var(--loss)"
        >
          {say.text('sales.clearCart')}
        </Button>
        <Button
          onClick={(event) => register.act({ on: 'keepLines' }, event)}
          data-autofocus
          rightSection={<KeyHint>Enter</KeyHint>}
        >
          {say.text('sales.keepCart')}
        </Button>
      </Group>
    </Modal>
  );
}
