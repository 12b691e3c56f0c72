import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import styles from './HowToDownload.module.css';

const banks = ['bca', 'mandiri', 'bri', 'bni', 'others'] as const;

/** How a statement is got out of the usual banks, in a line each. */
export function HowToDownload() {
  const say = useText();
  return (
    <div className={card.padded}>
      <h3 className={card.title}>{say.text('console.bank.howTitle')}</h3>
      <ul className={styles.how}>
        {banks.map((one) => (
          <li key={one}>{say.text(`console.bank.how.${one}`)}</li>
        ))}
      </ul>
    </div>
  );
}
