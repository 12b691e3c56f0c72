import { Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import type { HeldAnnouncement } from '../../../domain/down/till-contract.ts';
import { writtenDate } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './Down.module.css';
import { useAnnouncements, useMarkRead } from './use-down.ts';

/**
 * What the mall says. What comes while somebody looks waits behind a button beside the title, so
 * that nothing below moves under a finger.
 */
export function Announcements() {
  const say = useText();
  const news = useAnnouncements();
  const [shown, setShown] = useState<readonly string[] | null>(null);
  const all = news?.map(({ id }) => id) ?? [];
  if (news && shown === null) setShown(all); // as the page was opened
  const visible = news?.filter(({ id }) => shown?.includes(id)) ?? [];
  const waiting = all.length - visible.length;
  const title = say.text('down.news');
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <IconSpeakerphone aria-hidden size={22} />
        <h2>{title}</h2>
        {waiting > 0 && (
          <Button size="compact-md" variant="light" onClick={() => setShown(all)}>
            {say.text('down.newsShow', { news: waiting })}
          </Button>
        )}
      </header>
      {visible.length === 0 && (
        <p className={styles.soft}>
          {say.text(waiting > 0 ? 'down.newsWaiting' : 'down.newsNone')}
        </p>
      )}
      {visible.length > 0 && (
        <ul className={styles.list}>
          {visible.map((one) => (
            <Announcement key={one.id} of={one} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Announcement({ of }: { readonly of: HeldAnnouncement }) {
  const say = useText();
  const markRead = useMarkRead();
  const { id, title, text, isRead } = of;
  return (
    <li className={styles.entry} data-unread={!isRead || undefined}>
      <div className={styles.line}>
        <h3>{title}</h3>
        {!isRead && <span className={styles.mark}>{say.text('down.newsNew')}</span>}
      </div>
      <p className={styles.text}>{text}</p>
      <footer>
        <span className={styles.soft}>{datesOf(of, say)}</span>
        {!isRead && (
          <Button size="sm" variant="default" onClick={() => markRead(id)}>
            {say.text('down.newsRead')}
          </Button>
        )}
      </footer>
    </li>
  );
}

function datesOf({ from, until }: HeldAnnouncement, say: Say): string {
  const first = writtenDate(from);
  if (until === null) return say.text('down.newsFrom', { from: first });
  return say.text('down.newsSpan', { from: first, until: writtenDate(until) });
}
