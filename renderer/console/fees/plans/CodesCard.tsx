import { Button } from '@mantine/core';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { failureWords } from '../../system/failure-words.ts';
import { useFeeAct } from '../use-fees.ts';
import styles from './plans.module.css';

/** The three digits by which a stall is known; those that have none get theirs. */
export function CodesCard({ mall }: { readonly mall: string }) {
  const say = useText();
  const give = useFeeAct(hub.fees.giveCodes);
  const { given = 0, withoutCode = 0 } = give.data ?? {};
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h2>{say.text('console.fees.codes.title')}</h2>
        <Button variant="default" loading={give.isPending} onClick={() => give.mutate({ mall })}>
          {say.text('console.fees.codes.give')}
        </Button>
      </div>
      <p className={styles.row}>{say.text('console.fees.codes.how')}</p>
      {give.data && (
        <p className={styles.row} role="status">
          {say.text('console.fees.codes.given', { count: given })}{' '}
          {withoutCode > 0 && say.text('console.fees.codes.left', { count: withoutCode })}
        </p>
      )}
      {give.error && (
        <p className={styles.row} role="alert">
          {failureWords(give.error, say)}
        </p>
      )}
    </section>
  );
}
