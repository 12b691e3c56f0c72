import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import lapakMark from '../../ui/lapak.svg';
import { ChooseBeginning } from '../catalog/ChooseBeginning.tsx';
import { NoticeArea } from '../../ui/Notice.tsx';
import { FullPage } from '../../ui/PageCard.tsx';
import { Till } from '../Till.tsx';
import type { ScreenProps } from '../screen.ts';
import { useScreenLook } from '../settings/use-screen-look.ts';
import { tillQuery } from '../till-client.ts';
import { LanguageContext, useSayIn, useText } from '../../ui/use-text.ts';
import styles from './Startup.module.css';
import { StartupFailed } from './StartupFailed.tsx';

type Ready = ScreenProps['startup'];

/** Asks the till whether it opened, and shows the register, or why there is none. */
export function StartupGate() {
  const startup = useQuery(tillQuery.system.startup.queryOptions());
  const ready = useCurrent(startup.data?.state === 'ready' ? startup.data : undefined);
  const settings = ready?.settings;
  useScreenLook(settings);
  const language = useSpoken(settings?.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const retry = (): void => void startup.refetch();
  if (ready) {
    return (
      <LanguageContext value={language}>
        <NoticeArea>
          {ready.isUnbegun ? <ChooseBeginning onBegun={retry} /> : <Till startup={ready} />}
        </NoticeArea>
      </LanguageContext>
    );
  }
  if (startup.data?.state === 'failed') {
    const { code, data, dataDir, version } = startup.data;
    return <StartupFailed failure={{ code, data }} facts={{ dataDir, version }} onRetry={retry} />;
  }
  if (startup.error) return <StartupFailed failure={startup.error} onRetry={retry} />;
  return <Opening />;
}

/** The language that the screen speaks: the one before until the words of another have come. */
function useSpoken(wanted: Settings['language'] = 'id'): Settings['language'] {
  return useSayIn(wanted)?.language ?? 'id';
}

/** As the till opened, but with the settings as they are now: another page may change them. */
function useCurrent(ready: Ready | undefined): Ready | undefined {
  const watch = tillQuery.settings.watch.experimental_liveOptions({
    enabled: ready !== undefined,
    refetchOnMount: 'always',
  });
  const { data } = useQuery(watch);
  return ready && { ...ready, settings: data ?? ready.settings };
}

function Opening() {
  const say = useText();
  return (
    <FullPage isBusy>
      <p className={styles.opening} role="status">
        <img src={lapakMark} alt="" width={64} height={64} />
        {say.text('screen.opening')}
      </p>
    </FullPage>
  );
}
