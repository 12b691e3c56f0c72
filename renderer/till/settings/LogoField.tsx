import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Logo } from '../../../domain/printing/logo.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { DrawnPicture } from '../printing/DrawnPicture.tsx';
import { queryClient, till, tillQuery } from '../till-client.ts';
import { FileInput } from '../../ui/FileInput.tsx';
import styles from './SettingsScreen.module.css';
import { readLogo } from './read-logo.ts';

/** The picture above each receipt as paper shows it; kept by itself, as soon as it is chosen. */
export function LogoField() {
  const say = useText();
  const input = useRef<HTMLInputElement>(null);
  const [isWrong, setIsWrong] = useState(false);
  const { data } = useQuery(tillQuery.settings.logo.queryOptions({ refetchOnMount: 'always' }));
  const { isBusy, keep } = useKeepLogo();
  const logo = data?.logo ?? null;
  const choose = async (file: File): Promise<void> => {
    const read = await readLogo(file);
    setIsWrong(read === undefined);
    if (read) await keep(read);
  };
  return (
    <section className={styles.choice} aria-label={say.text('settings.logo')}>
      <span>{say.text('settings.logo')}</span>
      {logo && (
        <div className={styles.paper}>
          <DrawnPicture picture={logo} columns={32} />
        </div>
      )}
      <div className={styles.acts}>
        <Button variant="default" loading={isBusy} onClick={() => input.current?.click()}>
          {say.text(logo ? 'settings.logoOther' : 'settings.logoPick')}
        </Button>
        {logo && (
          <Button variant="default" disabled={isBusy} onClick={() => void keep(null)}>
            {say.text('settings.logoRemove')}
          </Button>
        )}
      </div>
      <FileInput ref={input} accept="image/*" onFile={(file) => void choose(file)} />
      <p>{say.text('settings.logoHow')}</p>
      {isWrong && (
        <p className={styles.wrong} role="alert">
          {say.text('settings.logoWrong')}
        </p>
      )}
    </section>
  );
}

/** Keeps another picture, or none, and says so. */
function useKeepLogo() {
  const notices = useNotices();
  const [isBusy, setIsBusy] = useState(false);
  const keep = async (logo: Logo | null): Promise<void> => {
    setIsBusy(true);
    try {
      await till.settings.changeLogo({ logo });
      await queryClient.invalidateQueries({ queryKey: tillQuery.settings.logo.key() });
      notices.done((now) => now.text(logo ? 'settings.logoSaved' : 'settings.logoGone'));
    } catch (error) {
      notices.failed(error);
    }
    setIsBusy(false);
  };
  return { isBusy, keep };
}
