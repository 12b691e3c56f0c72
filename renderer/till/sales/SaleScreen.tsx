import { VisuallyHidden } from '@mantine/core';
import { zones } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { PaperButton } from '../printing/PaperButton.tsx';
import { PaperRoll } from '../printing/PaperRoll.tsx';
import { usePaper, usePrinterStatus } from '../printing/use-printer.ts';
import type { ScreenProps } from '../screen.ts';
import { RegisterShiftSheet } from '../shifts/RegisterShiftSheet.tsx';
import { CartPanel } from './CartPanel.tsx';
import { CartSheets } from './CartSheets.tsx';
import { ChangeDue } from './ChangeDue.tsx';
import { ClearCart } from './ClearCart.tsx';
import { QuickButton } from './QuickButton.tsx';
import { KeysHelp } from './KeysHelp.tsx';
import { PaidQr } from './PaidQr.tsx';
import { PaySheet } from './PaySheet.tsx';
import { useRegister, useRegisterEffect } from './register-store.ts';
import styles from './SaleScreen.module.css';
import { Shelf } from './Shelf.tsx';
import { usePaperShown } from './use-paper-shown.ts';

/** The register: shelf on the left, cart on the right; it never scrolls as a whole. */
export function SaleScreen({ startup, onScreen }: ScreenProps) {
  const say = useText();
  const phase = useRegister((state) => state.phase);
  const printer = usePrinterStatus();
  const isVirtual = printer?.address === 'virtual';
  const paper = usePaperShown(isVirtual, phase.kind === 'paid');
  useRegisterEffect('paper', paper.toggle);
  return (
    <main className={styles.screen} data-paper={paper.isDocked || undefined}>
      <VisuallyHidden component="h1">{say.text('screen.register')}</VisuallyHidden>
      <Shelf
        onOpenCatalog={() => onScreen('catalog')}
        tools={
          <>
            <QuickButton />
            {isVirtual && !paper.isDocked && <PaperButton onPress={paper.toggle} />}
          </>
        }
      />
      {phase.kind === 'paid' && phase.receipt.kind !== 'training' && (
        <PaidQr key={phase.receipt.id} number={phase.receipt.number} />
      )}
      {paper.isShown && <Paper isDocked={paper.isDocked} onHide={paper.toggle} />}
      <div className={styles.cart}>
        {phase.kind === 'paid' ? (
          <ChangeDue
            key={phase.receipt.id}
            receipt={phase.receipt}
            printer={printer}
            print={startup.settings.receipt.print}
          />
        ) : (
          <CartPanel />
        )}
      </div>
      <PaySheet qris={startup.settings.qris} />
      <RegisterShiftSheet drawers={startup.settings.drawers} />
      <KeysHelp />
      <CartSheets offsetMinutes={zones[startup.settings.zone]} />
      <ClearCart />
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
      <PaperRoll strips={strips} onHide={onHide} isOver={!isDocked} />
    </aside>
  );
}
