import { Button, Group, Modal, Text } from '@mantine/core';
import type { PricedCart } from '../../../domain/sales/pricing.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';

interface ClearCartProps {
  readonly isOpen: boolean;
  readonly priced: PricedCart;
  readonly onClear: () => void;
  readonly onKeep: () => void;
}

/** Asks before a whole cart is lost. */
export function ClearCart({ isOpen, priced, onClear, onKeep }: ClearCartProps) {
  const say = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onKeep}
      title={say.text('sales.clearCartAsk')}
      closeButtonProps={{ 'aria-label': say.text('screen.close'), size: 44, iconSize: 20 }}
      centered
      transitionProps={{ duration: 100, exitDuration: 0 }}
    >
      <Text mb="lg">{say.text('sales.clearCartWhat', { total: priced.totalRupiah })}</Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onKeep} rightSection={<KeyHint>Esc</KeyHint>}>
          {say.text('sales.keepCart')}
        </Button>
        <Button
          color="red.8"
          onClick={onClear}
          data-autofocus
          rightSection={<KeyHint>Enter</KeyHint>}
        >
          {say.text('sales.clearCart')}
        </Button>
      </Group>
    </Modal>
  );
}
