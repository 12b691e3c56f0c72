import '../ui/fonts.css';
import '../ui/mantine.css';
import '../ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { wordsId } from '../../domain/words.id.ts';
import { learnWords } from '../ui/use-text.ts';
import { App } from './App.tsx';
import { watchLinks } from './people/link-token.ts';

learnWords(wordsId);
watchLinks();
const place = document.getElementById('lapak');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
