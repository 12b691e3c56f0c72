import type { ChangeForecast, SmallChange } from '../../../domain/shifts/small-change.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './SmallChangeView.module.css';
import sheet from './Sheet.module.css';
import { useSmallChange, useSmallChangeRead } from './use-small-change.ts';

interface SmallChangeCardProps {
  readonly shift: number;
  readonly offsetMinutes: OffsetMinutes;
  readonly onOpen: () => void;
}

/** Which coins will not last, in a few words; nothing for who may not know what is there. */
export function SmallChangeCard({ shift, offsetMinutes, onOpen }: SmallChangeCardProps) {
  const say = useText();
  const { change } = useSmallChange(shift);
  if (!change) return null;
  const short = change.forecast.filter(({ runsOutAtMs }) => runsOutAtMs !== null);
  return (
    <section className={styles.card} aria-label={say.text('shift.smallChange')}>
      <h2>{say.text('shift.smallChange')}</h2>
      {change.days === 0 ? (
        <p>{say.text('shift.noForecast')}</p>
      ) : short.length === 0 ? (
        <p>{say.text('shift.lasts')}</p>
      ) : (
        <ul>
          {short.map((one) => (
            <li key={one.valueRupiah}>{runsOutWords(one, offsetMinutes, say)}</li>
          ))}
        </ul>
      )}
      {change.float.length > 0 && (
        <button type="button" onClick={onOpen}>
          {say.text('shift.floatTomorrow')}
        </button>
      )}
    </section>
  );
}

interface SmallChangeViewProps {
  readonly change: SmallChange;
  readonly offsetMinutes: OffsetMinutes;
}

/** Each coin: what is there, what is needed, until when; and the float of tomorrow. */
export function SmallChangeView({ change, offsetMinutes }: SmallChangeViewProps) {
  const say = useText();
  return (
    <div className={styles.view}>
      {change.forecast.length > 0 && (
        <div className={styles.card}>
          <table className={styles.table}>
            <caption>{say.text('shift.forecast', { days: change.days })}</caption>
            <thead>
              <tr>
                <th scope="col">{say.text('shift.piece')}</th>
                <th scope="col">{say.text('shift.there')}</th>
                <th scope="col">{say.text('shift.needed')}</th>
                <th scope="col">{say.text('shift.until')}</th>
              </tr>
            </thead>
            <tbody>
              {change.forecast.map((one) => (
                <tr key={one.valueRupiah} data-short={one.runsOutAtMs !== null || undefined}>
                  <th scope="row">{say.money(one.valueRupiah)}</th>
                  <td>{say.text('shift.times', { pieces: one.pieces })}</td>
                  <td>{say.text('shift.times', { pieces: one.needed })}</td>
                  <td>{untilWords(one, offsetMinutes, say)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.card}>
        <FloatTable change={change} />
      </div>
    </div>
  );
}

/** What to have in the drawer at the next opening. */
function FloatTable({ change }: { readonly change: SmallChange }) {
  const say = useText();
  return (
    <table className={styles.table}>
      <caption>{say.text('shift.floatTomorrow')}</caption>
      <tbody>
        {change.float.map(({ valueRupiah, pieces }) => (
          <tr key={valueRupiah}>
            <th scope="row">{say.money(valueRupiah)}</th>
            <td>{say.text('shift.times', { pieces })}</td>
            <td>{say.money(valueRupiah * pieces)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say.text('sales.total')}</th>
          <td />
          <td>{say.money(change.floatRupiah)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** The float of tomorrow, behind a close; nothing for who might not know it. */
export function PrepareFloat({ shift }: { readonly shift: number }) {
  const change = useSmallChangeRead(shift);
  if (!change || change.float.length === 0) return <div className={sheet.spring} />;
  return (
    <div className={sheet.spring}>
      <FloatTable change={change} />
    </div>
  );
}

function runsOutWords(one: ChangeForecast, offsetMinutes: OffsetMinutes, say: Say): string {
  const value = say.money(one.valueRupiah);
  if (one.pieces <= 0 || one.runsOutAtMs === null) return say.text('shift.isOut', { value });
  return say.text('shift.runsOut', { value, time: timeOf(one.runsOutAtMs, offsetMinutes) });
}

function untilWords(one: ChangeForecast, offsetMinutes: OffsetMinutes, say: Say): string {
  if (one.runsOutAtMs === null) return say.text('shift.untilClose');
  return one.pieces <= 0 ? say.text('shift.outNow') : timeOf(one.runsOutAtMs, offsetMinutes);
}

function timeOf(atMs: number, offsetMinutes: OffsetMinutes): string {
  return localStamp(atMs, offsetMinutes).slice(11);
}
