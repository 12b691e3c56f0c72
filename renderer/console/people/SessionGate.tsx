import { useQuery } from '@tanstack/react-query';
import { FullPage } from '../../ui/PageCard.tsx';
import { useText } from '../../ui/use-text.ts';
import { Console } from '../Console.tsx';
import { NotRead } from '../system/NotRead.tsx';
import { sessionQuery } from './session.ts';
import { SignInPage } from './SignInPage.tsx';

/** Shows the console to who is signed in, and to others how to sign in. */
export function SessionGate() {
  const say = useText();
  const { data: session, error, refetch } = useQuery(sessionQuery);
  if (session?.state === 'in') return <Console hub={session.hub} />;
  if (session) return <SignInPage isLinkWrong={session.isLinkWrong} />;
  if (error) {
    return (
      <FullPage>
        <NotRead error={error} level="h1" onRetry={() => void refetch()} />
      </FullPage>
    );
  }
  return (
    <FullPage isBusy>
      <p role="status">{say.text('console.opening')}</p>
    </FullPage>
  );
}
