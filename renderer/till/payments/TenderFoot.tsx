import type { ReactNode } from 'react';
import { useRegister } from '../sales/register-store.ts';
import { ScanNotices } from '../sales/ScanNotices.tsx';
import styles from './TenderSheet.module.css';

/** What ends a payment without cash; what was scanned meanwhile is told right above it. */
export function TenderFoot({ children }: { readonly children: ReactNode }) {
  const phase = useRegister((state) => state.phase);
  return (
    <>
      {phase.kind === 'paying' && (
        <div className={styles.scans}>
          <ScanNotices phase={phase} />
        </div>
      )}
      {children}
    </>
  );
}
