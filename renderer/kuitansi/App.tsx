import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { CrashBoundary } from '../ui/CrashBoundary.tsx';
import { useSpoken } from '../ui/language.ts';
import { theme } from '../ui/theme.ts';
import { LanguageContext } from '../ui/use-text.ts';
import { CheckPage } from './CheckPage.tsx';

/** The whole page that checks a kuitansi, for anybody who has one in the hand. */
export function App() {
  const language = useSpoken();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageContext value={language}>
        <CrashBoundary textKey="kuitansi.crashed">
          <CheckPage />
        </CrashBoundary>
      </LanguageContext>
    </MantineProvider>
  );
}
