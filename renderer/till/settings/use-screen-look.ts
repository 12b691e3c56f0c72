import { useMantineColorScheme } from '@mantine/core';
import { useLayoutEffect } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import { showTextSize } from '../../ui/use-rem.ts';

/**
 * Shows the page in the colours and at the size of text that the settings say, as soon as they do.
 * Both stand on the page's root, outside React.
 */
export function useScreenLook(settings: Settings | undefined): void {
  const { setColorScheme } = useMantineColorScheme();
  const { colorScheme, textSizePercent } = settings ?? {};
  useLayoutEffect(() => {
    if (!colorScheme) return;
    const isContrast = colorScheme === 'contrast';
    setColorScheme(isContrast ? 'auto' : colorScheme);
    document.documentElement.toggleAttribute('data-contrast', isContrast);
  }, [colorScheme, setColorScheme]);
  useLayoutEffect(() => {
    if (textSizePercent) showTextSize(textSizePercent);
  }, [textSizePercent]);
}
