import '../ui/fonts.css';
import '../ui/mantine.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { kuitansiPageId } from '../../domain/fees/check-page/text.id.ts';
import { learnWords } from '../ui/use-text.ts';
import { App } from './App.tsx';
import { keepForOffline } from './keep-for-offline.ts';

learnWords(kuitansiPageId);
keepForOffline();
const place = document.getElementById('lapak');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
