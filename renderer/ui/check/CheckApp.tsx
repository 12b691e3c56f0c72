import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import type { PlainTextKey } from '../../../domain/text.ts';
import { CrashBoundary } from '../CrashBoundary.tsx';
import { useSpoken } from '../language.ts';
import { theme } from '../theme.ts';
import { LanguageContext } from '../use-text.ts';

interface CheckAppProps {
  /** What it says where it crashed. */
  readonly crashed: PlainTextKey;
  readonly children: ReactNode;
}

/** The whole page that checks a code, for anybody who has one in the hand. */
export function CheckApp({ crashed, children }: CheckAppProps) {
  const language = useSpoken();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <LanguageContext value={language}>
        <CrashBoundary textKey={crashed}>{children}</CrashBoundary>
      </LanguageContext>
    </MantineProvider>
  );
}
