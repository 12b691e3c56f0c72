import { useRef, useState } from 'react';
import type { CartLine } from '../../../domain/sales/cart.ts';
import type { PricedCart } from '../../../domain/sales/pricing.ts';
import { PaperButton } from '../printing/PaperButton.tsx';
import { PaperRoll } from '../printing/PaperRoll.tsx';
import { usePaper, usePrinterStatus, useReprint } from '../printing/use-printer.ts';
import type { ScreenProps } from '../screen.ts';
import { useConnection } from '../use-connection.ts';
import { CartPanel } from './CartPanel.tsx';
import { ChangeDue } from './ChangeDue.tsx';
import { ClearCart } from './ClearCart.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { PaySheet } from './PaySheet.tsx';
import styles from './SaleScreen.module.css';
import { Shelf } from './Shelf.tsx';
import { usePaperShown } from './use-paper-shown.ts';
import { useRegisterInput } from './use-register-input.ts';
import { useSale } from './use-sale.ts';

/** What lies over the register. */
type OverRegister = 'nothing' | 'keys' | 'clear';

/** The register: shelf on the left, cart on the right; it never scrolls as a whole. */
export function SaleScreen({ startup, onScreen }: ScreenProps) {
  const sale = useSale(startup.settings.cashRoundingRupiah);
  const { cart, phase } = sale;
  const printer = usePrinterStatus();
  const reprint = useReprint();
  const isVirtual = printer?.address === 'virtual';
  const paper = usePaperShown(isVirtual, phase.kind === 'paid');
  const isWaiting = useConnection() !== 'open' && sale.isSending;
  const search = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [over, setOver] = useState<OverRegister>('nothing');
  useRegisterInput({
    sale,
    onSearch: (wanted) => {
      if (wanted !== undefined) setText(wanted);
      search.current?.select();
    },
    onHelp: () => setOver('keys'),
    onClearCart: () => setOver('clear'),
    onScanned: () => setOver('nothing'),
    onPaper: paper.toggle,
    onReprint: () => reprint('last'),
  });
  return (
    <main className={styles.screen} data-paper={paper.isDocked || undefined}>
      <Shelf
        searchRef={search}
        text={text}
        onText={setText}
        cartLines={cart.lines}
        onPick={sale.add}
        onOpenCatalog={() => onScreen('catalog')}
        tools={isVirtual && !paper.isDocked && <PaperButton onPress={paper.toggle} />}
      />
      {paper.isShown && <Paper isDocked={paper.isDocked} onHide={paper.toggle} />}
      <div className={styles.cart}>
        {phase.kind === 'paid' ? (
          <ChangeDue
            key={phase.receipt.id}
            receipt={phase.receipt}
            printer={printer}
            onReprint={() => reprint(phase.receipt.number)}
            onNext={sale.startNext}
          />
        ) : (
          <CartPanel sale={sale} onClear={() => setOver('clear')} onHelp={() => setOver('keys')} />
        )}
      </div>
      <PaySheet
        isOpen={phase.kind === 'paying'}
        dueRupiah={cart.priced.totalRupiah}
        isSending={sale.isSending}
        isWaiting={isWaiting}
        failure={phase.kind === 'paying' ? phase.failure : ''}
        onPay={sale.pay}
        onClose={sale.closePayment}
      />
      <Over
        over={over}
        priced={cart.priced}
        onClear={cart.startNext}
        onClose={() => setOver('nothing')}
      />
    </main>
  );
}

interface PaperProps {
  readonly isDocked: boolean;
  readonly onHide: () => void;
}

function Paper({ isDocked, onHide }: PaperProps) {
  const strips = usePaper();
  return (
    <aside className={styles.paper} data-docked={isDocked || undefined}>
      <PaperRoll strips={strips} onHide={onHide} />
    </aside>
  );
}

interface OverProps {
  readonly over: OverRegister;
  readonly priced: PricedCart<CartLine>;
  readonly onClear: () => void;
  readonly onClose: () => void;
}

function Over({ over, priced, onClear, onClose }: OverProps) {
  return (
    <>
      <KeysHelp isOpen={over === 'keys'} onClose={onClose} />
      <ClearCart
        isOpen={over === 'clear'}
        priced={priced}
        onClear={() => {
          onClose();
          onClear();
        }}
        onKeep={onClose}
      />
    </>
  );
}
