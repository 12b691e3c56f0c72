import { useActId } from '../../../ui/use-act-id.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub } from '../../hub-client.ts';
import form from '../../system/form.module.css';
import { FirstButton } from '../FirstButton.tsx';
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
          {written && say.text('console.fees.notice.issued', { number: written.paperNumber })}
          {held &&
            say.text('console.fees.notice.held', {
              reason: say.text(`console.fees.hold.${held.reason}`),
            })}
        </p>
        <FirstButton onClick={onDone}>{say.text('console.fees.close')}</FirstButton>
      </div>
    );
  }
  return (
    <ActForm
      act={issue}
      button={say.text('console.fees.do.notice')}
      onSend={() => issue.mutate({ mall, stalls: [{ id: ids.of({ stall, mall }), stall }] })}
    >
      <p>{say.text('console.fees.notice.how')}</p>
    </ActForm>
  );
}
