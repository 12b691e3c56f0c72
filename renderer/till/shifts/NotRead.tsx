import { ORPCError } from '@orpc/client';
import { IconLock } from '@tabler/icons-react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';

interface NotReadProps {
  readonly error: unknown;
  /** Reads it with somebody's leave. */
  readonly onAsk: () => Promise<void>;
}

/** Why something of a shift is not shown; where somebody can allow it, they are asked here. */
export function NotRead({ error, onAsk }: NotReadProps) {
  const say = useText();
  const notices = useNotices();
  const isRefused = isRefusal(error);
  return (
    <EmptyState
      Icon={IconLock}
      title={say.failure(error)}
      {...(isRefused && {
        action: {
          text: say.text('shift.askLeave'),
          onAct: () => void onAsk().catch(notices.failed),
        },
      })}
    >
      {isRefused && say.text('shift.askLeaveHow')}
    </EmptyState>
  );
}

/** Whether somebody else may see it, and can allow it. */
export function isRefusal(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'NOT_PERMITTED';
}
