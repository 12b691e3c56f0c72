import { Button } from '@mantine/core';
import { formatSen } from '../../../../../domain/console/bank/sen-words.ts';
import { writtenDate, zonedStamp, zones } from '../../../../../domain/time.ts';
import { useText } from '../../../../ui/use-text.ts';
import card from '../../../system/card.module.css';
import { Read } from '../../../system/Read.tsx';
import { useSignOffs } from '../use-bank.ts';
import styles from './SignOffs.module.css';

interface SignOffsProps {
  readonly account: string;
  readonly onDate: (date: string) => void;
}

/** The reconciliations that somebody answers for, the newest first. */
export function SignOffs({ account, onDate }: SignOffsProps) {
  const say = useText();
  const list = useSignOffs(account);
  return (
    <>
      <h2 className={styles.title}>{say.text('console.bank.check.signedList')}</h2>
      <Read of={list}>
        {({ signOffs }) =>
          signOffs.length === 0 ? (
            <p className={styles.none}>{say.text('console.bank.check.noSigned')}</p>
          ) : (
            <ul className={card.list}>
              {signOffs.map(({ act, date, name, atMs, bankSen, book }) => (
                <li key={act} className={styles.row}>
                  <Button variant="subtle" onClick={() => onDate(date)}>
                    {writtenDate(date)}
                  </Button>
                  <span className={styles.who}>
                    <strong>{name}</strong>
                    <span className={card.soft}>{zonedStamp(atMs, zones.WIB)}</span>
                  </span>
                  <span className={card.soft}>
                    {say.text('console.bank.check.signedOf', {
                      bank: formatSen(bankSen),
                      book: say.money(book),
                    })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Read>
    </>
  );
}
