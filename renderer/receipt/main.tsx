import '../ui/fonts.css';
import '../ui/mantine.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { receiptPageId } from '../../domain/journal/check-page/text.id.ts';
import { checkPageId } from '../../domain/tlog/check-page/text.id.ts';
import { CheckApp } from '../ui/check/CheckApp.tsx';
import { keepForOffline } from '../ui/check/keep-for-offline.ts';
import { learnWords } from '../ui/use-text.ts';
import { ReceiptPage } from './ReceiptPage.tsx';

learnWords({ ...checkPageId, ...receiptPageId });
keepForOffline('/struk/');
const place = document.getElementById('lapak');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <CheckApp crashed="check.crashed">
        <ReceiptPage />
      </CheckApp>
    </StrictMode>,
  );
}
