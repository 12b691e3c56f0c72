import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { CrashBoundary } from '../ui/CrashBoundary.tsx';
import { theme } from '../ui/theme.ts';
import { LanguageContext } from '../ui/use-text.ts';
import { queryClient } from './hub-client.ts';
import { useSpoken } from '../ui/language.ts';
import { SessionGate } from './people/SessionGate.tsx';

/** The whole page of the hub's managers. */
export function App() {
  const language = useSpoken();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageContext value={language}>
        <CrashBoundary textKey="console.crashed">
          <QueryClientProvider client={queryClient}>
            <SessionGate />
          </QueryClientProvider>
        </CrashBoundary>
      </LanguageContext>
    </MantineProvider>
  );
}
