import '../ui/fonts.css';
import '../ui/mantine.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { checkPageId } from '../../domain/tlog/check-page/text.id.ts';
import { kuitansiPageId } from '../../domain/fees/check-page/text.id.ts';
import { CheckApp } from '../ui/check/CheckApp.tsx';
import { keepForOffline } from '../ui/check/keep-for-offline.ts';
import { learnWords } from '../ui/use-text.ts';
import { KuitansiPage } from './KuitansiPage.tsx';

learnWords({ ...checkPageId, ...kuitansiPageId });
keepForOffline('/kuitansi/');
const place = document.getElementById('lapak');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <CheckApp crashed="check.crashed">
        <KuitansiPage />
      </CheckApp>
    </StrictMode>,
  );
}
