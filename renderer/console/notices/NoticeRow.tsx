import { Button } from '@mantine/core';
import { useState } from 'react';
import { shortDateWords } from '../../../domain/console/moment.ts';
import { shortDevice } from '../../../domain/sync/short-device.ts';
import type { ListedNotice } from '../../../domain/down/manage-contract.ts';
import { zonedStamp, zones } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { failureWords } from '../system/failure-words.ts';
import { Question } from '../system/Question.tsx';
import { todayInWib } from '../today-in-wib.ts';
import styles from './NoticeRow.module.css';
import { useNoticeActs } from './use-notices.ts';

/** Something that tills were told or asked: what, whom, how far it came, and its end. */
export function NoticeRow({ notice }: { readonly notice: ListedNotice }) {
  const say = useText();
  const [isAsking, setIsAsking] = useState(false);
  const { withdraw } = useNoticeActs();
  const { id, kind, title, text, madeAtMs, isEnded, request, reach } = notice;
  return (
    <div className={styles.row} data-ended={isEnded || undefined}>
      <span className={styles.what}>
        <span className={card.soft}>
          {say.text(`notices.kind.${kind}`)} · {zonedStamp(madeAtMs, zones.WIB)}
        </span>
        <strong>{title}</strong>
        {text !== '' && <span className={styles.text}>{text}</span>}
      </span>
      <span className={`${styles.about} ${card.soft}`}>
        <span>{toWords(notice, say)}</span>
        {notice.from !== null && <span>{daysWords(notice.from, notice.until, say)}</span>}
        {request && <strong>{say.text(`notices.state.${request.state}`)}</strong>}
        {request && <span>{request.by}</span>}
        {!request &&
          (isEnded ? (
            <span>{say.text('notices.state.withdrawn')}</span>
          ) : isOver(notice.until) ? (
            <span>{say.text('notices.ended')}</span>
          ) : (
            reach && <span>{say.text('notices.reach', reach)}</span>
          ))}
      </span>
      {!isEnded && (
        <Button
          variant="subtle"
          c="var(--loss)"
          loading={withdraw.isPending}
          onClick={() => setIsAsking(true)}
        >
          {say.text('notices.withdraw')}
        </Button>
      )}
      {withdraw.error && (
        <p className={styles.failure} role="alert">
          {failureWords(withdraw.error, say)}
        </p>
      )}
      <Question
        isOpen={isAsking}
        title={say.text('notices.askWithdraw', { title })}
        keep={say.text('notices.keep')}
        onKeep={() => setIsAsking(false)}
        act={say.text('notices.withdraw')}
        onAct={() => {
          setIsAsking(false);
          withdraw.mutate({ id });
        }}
      >
        {say.text('notices.withdrawHow')}
      </Question>
    </div>
  );
}

/** Whether the last date on which it holds has passed. */
function isOver(until: string | null): boolean {
  return until !== null && until < todayInWib();
}

function toWords({ to, stall }: ListedNotice, say: Say): string {
  if (to.kind === 'everybody') return say.text('notices.toOf.everybody');
  if (to.kind !== 'device') return say.text(`notices.toOf.${to.kind}`, { of: to.of });
  const till = shortDevice(to.of);
  return say.text('notices.toOf.device', { of: stall === null ? till : `${till} · ${stall}` });
}

function daysWords(first: string, last: string | null, say: Say): string {
  const today = todayInWib();
  const from = shortDateWords(first, say.language, today);
  if (last === null) return say.text('notices.holdsOn', { from });
  return say.text('notices.holds', { from, until: shortDateWords(last, say.language, today) });
}
