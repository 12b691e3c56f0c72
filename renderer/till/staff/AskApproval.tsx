import type { Person } from '../../../domain/staff/staff.ts';
import { staffPageId } from '../../../domain/staff/page/text.id.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { holdKey } from '../keys-over.ts';
import { register } from '../sales/register-store.ts';
import { type ApprovalAsked, endApproval } from './asked.ts';
import { PeopleTiles } from './PeopleTiles.tsx';
import styles from './PersonPin.module.css';
import { onPersonKey, PersonPinStep } from './PersonPinStep.tsx';
import { TopDialog } from './TopDialog.tsx';
import { usePeople, useRoles } from './use-people.ts';
import { usePersonPin } from './use-person-pin.ts';

learnWords(staffPageId);

interface AskApprovalProps {
  readonly asked: ApprovalAsked;
}

/** Names what may not be done here, and asks for the PIN of one who may. */
export function AskApproval({ asked }: AskApprovalProps) {
  const say = useText();
  const people = usePeople();
  const roles = useRoles();
  const act = say.text(`permission.${asked.permission}`);
  const title = say.text('staff.approvalTitle', { act });
  const giveUp = (): void => {
    endApproval(asked);
    asked.giveUp();
  };
  if (!people || !roles) {
    return (
      <TopDialog title={title} onClose={giveUp} onKey={holdKey}>
        {null}
      </TopDialog>
    );
  }
  const mayAllow = new Set(
    roles.filter(({ permissions }) => permissions.includes(asked.permission)).map(({ id }) => id),
  );
  const allowing = people.filter(
    ({ isActive, hasPin, role }) => isActive && hasPin && mayAllow.has(role),
  );
  return <Allowing title={title} people={allowing} asked={asked} onGiveUp={giveUp} />;
}

interface AllowingProps extends AskApprovalProps {
  readonly title: string;
  readonly people: readonly Person[];
  readonly onGiveUp: () => void;
}

function Allowing({ title, people, asked, onGiveUp }: AllowingProps) {
  const say = useText();
  const [only] = people;
  const pin = usePersonPin({
    people,
    asksPin: true,
    begin: people.length === 1 ? (only?.id ?? null) : null,
    onSaid: async ({ staff, pin: said }) => {
      if (said === null) return;
      await asked.tryWith({ staff, pin: said });
      endApproval(asked);
    },
    onScan: (code) => register.actBy({ on: 'code', code }, 'text'),
  });
  const back = people.length > 1 ? pin.back : undefined;
  return (
    <TopDialog
      title={title}
      onClose={onGiveUp}
      onBack={pin.chosen ? back : undefined}
      onKey={(event) => onPersonKey(event, pin)}
    >
      <p className={styles.note}>
        {say.text(people.length === 0 ? 'staff.approvalNobody' : 'staff.approvalHow')}
      </p>
      {pin.chosen ? (
        <PersonPinStep person={pin.chosen} pin={pin} onBack={back} />
      ) : (
        <PeopleTiles people={people} asksPin current="" onChoose={pin.choose} />
      )}
    </TopDialog>
  );
}
