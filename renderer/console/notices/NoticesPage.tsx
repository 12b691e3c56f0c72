import { Button } from '@mantine/core';
import { IconFileSpreadsheet, IconSpeakerphone } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import card from '../system/card.module.css';
import { More } from '../system/More.tsx';
import { PageFrame } from '../system/PageFrame.tsx';
import { Read } from '../system/Read.tsx';
import { NewNotice } from './NewNotice.tsx';
import { NoticeRow } from './NoticeRow.tsx';
import styles from './NoticesPage.module.css';
import { useNotices } from './use-notices.ts';

/** What tills are told and asked: announcements, templates, requests; and new ones. */
export function NoticesPage() {
  const say = useText();
  const list = useNotices();
  const [making, setMaking] = useState<'announcement' | 'template' | null>(null);
  const announce = (): void => setMaking('announcement');
  return (
    <PageFrame
      title={say.text('notices.page')}
      acts={
        <div className={styles.acts}>
          <Button
            variant="default"
            leftSection={<IconFileSpreadsheet aria-hidden size={20} />}
            onClick={() => setMaking('template')}
          >
            {say.text('notices.publish')}
          </Button>
          <Button leftSection={<IconSpeakerphone aria-hidden size={20} />} onClick={announce}>
            {say.text('notices.announce')}
          </Button>
        </div>
      }
    >
      <Read of={list}>
        {({ pages }) => {
          const notices = pages.flatMap((page) => page.notices);
          if (notices.length === 0) {
            return (
              <section className={card.card}>
                <EmptyState
                  Icon={IconSpeakerphone}
                  title={say.text('notices.none')}
                  action={{ text: say.text('notices.announce'), onAct: announce }}
                >
                  {say.text('notices.noneHow')}
                </EmptyState>
              </section>
            );
          }
          return (
            <section className={card.card}>
              <ul className={card.list} aria-label={say.text('notices.list')}>
                {notices.map((notice) => (
                  <li key={notice.id}>
                    <NoticeRow notice={notice} />
                  </li>
                ))}
              </ul>
            </section>
          );
        }}
      </Read>
      <More of={list} />
      <NewNotice what={making} onClose={() => setMaking(null)} />
    </PageFrame>
  );
}
