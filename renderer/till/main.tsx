import '../ui/fonts.css';
import '../ui/mantine.css';
import '../ui/global.css';
import '../ui/contrast.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { watchCovers } from './is-covered.ts';
import { watchKeysOver } from './keys-over.ts';
import { connectRegister } from './sales/ask-till.ts';
import { refuseDrops } from './system/refuse-drops.ts';
import { watchCrashes } from './system/report-crash.ts';

watchCrashes();
// Before whoever else listens.
watchCovers();
watchKeysOver();
connectRegister();
refuseDrops();
const place = document.getElementById('lapak');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
