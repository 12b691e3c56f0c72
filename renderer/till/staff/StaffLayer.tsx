import type { Settings } from '../../../domain/settings/settings.ts';
import { Suspense } from 'react';
import { DialogNotLoaded } from './DialogNotLoaded.tsx';
import { whenOpened } from '../../ui/when-opened.ts';
import { useRegisterEffect } from '../sales/register-store.ts';
import { openSetUp, openWhoSells, showRecoveryCode, useAsked } from './asked.ts';
import { useLine, useLineNews } from './line.ts';
import { ComingDialog } from './TopDialog.tsx';
import { useIdle } from './use-idle.ts';
import { WhoSells } from './WhoSells.tsx';

const AskApproval = whenOpened(
  async () => (await import('./AskApproval.tsx')).AskApproval,
  DialogNotLoaded,
);
const RecoveryCode = whenOpened(
  async () => (await import('./RecoveryCode.tsx')).RecoveryCode,
  DialogNotLoaded,
);
const SetUpOwner = whenOpened(
  async () => (await import('./SetUpOwner.tsx')).SetUpOwner,
  DialogNotLoaded,
);

interface StaffLayerProps {
  readonly settings: Pick<Settings, 'pinUse' | 'stall'>;
}

/** What lies over the page because of who is at it: the lock, who sells, what others allow. */
export function StaffLayer({ settings }: StaffLayerProps) {
  const line = useLine();
  const asked = useAsked();
  useLineNews(line);
  useIdle(line);
  useRegisterEffect('whoSells', openWhoSells);
  const isSigned = line?.state === 'in' || line?.state === 'unset';
  const isLocked = settings.pinUse === 'always' && !isSigned;
  const [approval] = asked.approvals;
  return (
    <>
      {/* Its files come from this computer: a sign that they do would only flash. */}
      <Suspense fallback={<ComingDialog />}>
        {asked.isSetUpOpen && <SetUpOwner onDone={() => openSetUp(false)} />}
        {asked.recovery && asked.recovery.to === line?.cashier && (
          <RecoveryCode code={asked.recovery.code} onDone={() => showRecoveryCode(null)} />
        )}
        {approval && <AskApproval key={approval.id} asked={approval} />}
      </Suspense>
      {(asked.isWhoSellsOpen || isLocked) && (
        <WhoSells
          key={isLocked ? 'locked' : 'asked'}
          line={line}
          settings={settings}
          isLocked={isLocked}
        />
      )}
    </>
  );
}
