import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { CrashBoundary } from './system/CrashBoundary.tsx';
import { StartupGate } from './system/StartupGate.tsx';
import { theme } from '../ui/theme.ts';
import { queryClient } from './till-client.ts';

/** The whole screen of the till. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <CrashBoundary>
        <QueryClientProvider client={queryClient}>
          <StartupGate />
        </QueryClientProvider>
      </CrashBoundary>
    </MantineProvider>
  );
}
