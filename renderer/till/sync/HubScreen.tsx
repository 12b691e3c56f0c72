import { useState } from 'react';
import { downPageId } from '../../../domain/down/page/text.id.ts';
import { syncPageId } from '../../../domain/sync/page/text.id.ts';
import { zones } from '../../../domain/time.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { Announcements } from '../down/Announcements.tsx';
import { AuditRequests } from '../down/AuditRequests.tsx';
import { Templates } from '../down/Templates.tsx';
import type { ScreenProps } from '../screen.ts';
import { EnrolForm } from './EnrolForm.tsx';
import { HubProof } from './HubProof.tsx';
import styles from './HubScreen.module.css';
import { HubState } from './HubState.tsx';
import { SentList } from './SentList.tsx';
import { Sharing } from './Sharing.tsx';
import {
  type EnrolledStatus,
  useAskForApproval,
  useSyncReceipt,
  useSyncStatus,
} from './use-sync.ts';
import { WhatLeaves } from './WhatLeaves.tsx';

learnWords(syncPageId);
learnWords(downPageId);

/** The hub: giving this till to a stall of it, how far it has reported, and what has left it. */
export function HubScreen({ startup, onScreen }: ScreenProps) {
  const say = useText();
  const status = useSyncStatus();
  const isAlone = status?.state === 'alone';
  return (
    // Anew at its head once the till is enrolled, however far down the form was sent.
    <main key={String(isAlone)} className={styles.screen} aria-busy={!status}>
      <h1>{say.text('sync.title')}</h1>
      {isAlone && <NoHub />}
      {status && status.state !== 'alone' && (
        <WithHub startup={startup} status={status} onScreen={onScreen} />
      )}
    </main>
  );
}

/** What a hub is for, and how this till gets to one. */
function NoHub() {
  const say = useText();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <p className={styles.about}>{say.text('sync.about')}</p>
        <section className={styles.card} aria-label={say.text('sync.enrolTitle')}>
          <h2>{say.text('sync.enrolTitle')}</h2>
          <EnrolForm />
        </section>
      </div>
      <div className={styles.column}>
        <WhatLeaves title={say.text('sync.tellsWill')} />
      </div>
    </div>
  );
}

interface WithHubProps extends Pick<ScreenProps, 'startup' | 'onScreen'> {
  readonly status: EnrolledStatus;
}

function WithHub({ startup, status, onScreen }: WithHubProps) {
  const say = useText();
  const receipt = useSyncReceipt(status);
  const [isEnrolling, setIsEnrolling] = useState(false);
  useAskForApproval(status.state === 'waiting');
  const { device, settings } = startup;
  const offsetMinutes = zones[settings.zone];
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {status.state !== 'waiting' && <Announcements />}
        <HubState
          status={status}
          device={device}
          enrolledAtMs={receipt?.enrolledAtMs ?? null}
          offsetMinutes={offsetMinutes}
          onEnrol={() => setIsEnrolling(true)}
        />
        {isEnrolling && (
          <section className={styles.card} aria-label={say.text('sync.enrolAgain')}>
            <h2>{say.text('sync.enrolAgain')}</h2>
            <EnrolForm onEnd={() => setIsEnrolling(false)} />
          </section>
        )}
        {receipt && status.state !== 'waiting' && (
          <HubProof stored={receipt.stored} offsetMinutes={offsetMinutes} />
        )}
        {status.state !== 'waiting' && (
          <>
            <Templates onCatalog={() => onScreen('catalog')} />
            <AuditRequests offsetMinutes={offsetMinutes} />
          </>
        )}
      </div>
      <div className={styles.column}>
        <WhatLeaves title={say.text('sync.tellsTitle')}>
          <Sharing
            sharing={settings.sharing}
            chosenAtMs={receipt?.sharingAtMs ?? null}
            offsetMinutes={offsetMinutes}
          />
        </WhatLeaves>
        <SentList status={status} left={receipt?.left} offsetMinutes={offsetMinutes} />
      </div>
    </div>
  );
}
