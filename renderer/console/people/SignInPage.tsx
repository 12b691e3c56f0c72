import { IconAlertTriangle } from '@tabler/icons-react';
import lapakMark from '../../ui/lapak.svg';
import { PageCard } from '../../ui/PageCard.tsx';
import { useText } from '../../ui/use-text.ts';
import { HubCommand } from '../system/HubCommand.tsx';
import { speak } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import styles from './SignInPage.module.css';

/** How an administrator gets in; and why the link that was opened does not do. */
export function SignInPage({ isLinkWrong }: { readonly isLinkWrong: boolean }) {
  const say = useText();
  return (
    <PageCard question={say.text('console.signIn.title')}>
      <div className={styles.top}>
        <img src={lapakMark} alt="" width={40} height={40} />
        <strong>{say.text('console.title')}</strong>
        <LanguageSwitch onLanguage={speak} />
      </div>
      <h1>{say.text('console.signIn.title')}</h1>
      {isLinkWrong && (
        <p className={styles.wrong} role="alert">
          <IconAlertTriangle aria-hidden size={20} />
          {say.text('console.signIn.wrong')}
        </p>
      )}
      <p>{say.text('console.signIn.how')}</p>
      <HubCommand>link</HubCommand>
      <p>{say.text('console.signIn.then')}</p>
    </PageCard>
  );
}
