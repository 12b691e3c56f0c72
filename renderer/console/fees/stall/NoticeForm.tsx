import { Button } from '@mantine/core';
import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import form from '../../system/form.module.css';
import { ActForm } from '../ActForm.tsx';
import { useFeeAct } from '../use-fees.ts';
import type { StallFormProps } from './stall-form.ts';

/** Writes the next letter of a stall, or tells why it gets none now. */
export function NoticeForm({ stall: { stall, mall }, onDone }: StallFormProps) {
  const say = useText();
  const issue = useFeeAct(hub.matters.issueNotices);
  const ids = useActId();
  const [written] = issue.data?.issued ?? [];
  const [held] = issue.data?.held ?? [];
  if (written ?? held) {
    return (
      <div className={form.form}>
        <p role="status">
          {written && say.text('fees.notice.issued', { number: written.number })}
          {held && say.text('fees.notice.held', { reason: say.text(`fees.hold.${held.reason}`) })}
        </p>
        <Button data-autofocus onClick={onDone}>
          {say.text('fees.close')}
        </Button>
      </div>
    );
  }
  return (
    <ActForm
      act={issue}
      button={say.text('fees.do.notice')}
      onSend={() => issue.mutate({ mall, stalls: [{ id: ids.of({ stall, mall }), stall }] })}
    >
      <p>{say.text('fees.notice.how')}</p>
    </ActForm>
  );
}
