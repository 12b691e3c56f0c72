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
import { keepScanned, useScanned } from './scanned-invitation.ts';
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
  const scanned = useScanned();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <p className={styles.about}>{say.text('sync.about')}</p>
        <section className={styles.card} aria-label={say.text('sync.enrolTitle')}>
          <h2>{say.text('sync.enrolTitle')}</h2>
          <EnrolForm key={scanned?.code} scanned={scanned} sharesDetails={false} />
        </section>
      </div>
      <div className={styles.column}>
        <WhatLeaves title={say.text('sync.tellsWill')} sharing="totals" />
      </div>
    </div>
  );
}

interface WithHubProps extends Pick<ScreenProps, 'startup' | 'onScreen'> {
  readonly status: EnrolledStatus;
}

function WithHub({ startup, status, onScreen }: WithHubProps) {
  const say = useText();
  const scanned = useScanned();
  const [isAsked, setIsAsked] = useState(false);
  const isEnrolling = isAsked || scanned !== null;
  const endEnrolling = (): void => {
    keepScanned(null);
    setIsAsked(false);
  };
  useAskForApproval(status.state === 'waiting');
  const { device, settings } = startup;
  const receipt = useSyncReceipt(status, settings.sharing);
  const offsetMinutes = zones[settings.zone];
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <HubState
          status={status}
          device={device}
          receipt={receipt}
          offsetMinutes={offsetMinutes}
          onEnrol={() => setIsAsked(true)}
        />
        {status.state !== 'waiting' && <Announcements />}
        {isEnrolling && (
          <section className={styles.card} aria-label={say.text('sync.enrolAgain')}>
            <h2>{say.text('sync.enrolAgain')}</h2>
            <EnrolForm
              key={scanned?.code}
              scanned={scanned}
              sharesDetails={settings.sharing === 'details'}
              onEnd={endEnrolling}
            />
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
        <WhatLeaves title={say.text('sync.tellsTitle')} sharing={settings.sharing}>
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
