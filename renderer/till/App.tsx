import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { reportCrash } from './system/report-crash.ts';
import { StartupGate } from './system/StartupGate.tsx';
import { CrashBoundary } from '../ui/CrashBoundary.tsx';
import { theme } from '../ui/theme.ts';
import { queryClient } from './till-client.ts';

/** The whole screen of the till. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <CrashBoundary
        textKey="screen.crashed"
        onCrash={(error, stack) => reportCrash('render', error, stack)}
      >
        <QueryClientProvider client={queryClient}>
          <StartupGate />
        </QueryClientProvider>
      </CrashBoundary>
    </MantineProvider>
  );
}
