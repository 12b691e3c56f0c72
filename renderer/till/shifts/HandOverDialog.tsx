import { ORPCError } from '@orpc/client';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { OpenShift } from '../../../domain/shifts/contract.ts';
import { useText } from '../../ui/use-text.ts';
import { register } from '../sales/register-store.ts';
import { useLine } from '../staff/line.ts';
import { PeopleTiles } from '../staff/PeopleTiles.tsx';
import styles from '../staff/PersonPin.module.css';
import { onPersonKey, PersonPinStep } from '../staff/PersonPinStep.tsx';
import { TopDialog } from '../staff/TopDialog.tsx';
import { usePeople } from '../staff/use-people.ts';
import { type SaidPerson, usePersonPin } from '../staff/use-person-pin.ts';

/** What goes wrong with who takes it: the next try may be right. */
const ofReceiver: readonly string[] = [
  'PIN_WRONG',
  'PIN_LOCKED',
  'PIN_UNSET',
  'STAFF_UNKNOWN',
  'RECEIVER_SAME',
  'RECEIVER_MAY_NOT',
];

interface HandOverDialogProps {
  readonly shift: OpenShift;
  readonly pinUse: Settings['pinUse'];
  /** Hands it over to them. @throws what the till answers */
  readonly onSaid: (receiver: SaidPerson) => Promise<void>;
  /** It could not be done, whoever takes it. */
  readonly onFailed: (error: unknown) => void;
  readonly onClose: () => void;
}

/** Asks who takes the drawer over, and for the PIN that says so. */
export function HandOverDialog(props: HandOverDialogProps) {
  const { shift, pinUse, onSaid, onFailed, onClose } = props;
  const say = useText();
  const line = useLine();
  const people = usePeople();
  const others = people?.filter(({ id, isActive }) => isActive && id !== shift.cashier) ?? [];
  const asksPin = pinUse !== 'never' && line?.state !== 'unset';
  const pin = usePersonPin({
    people: others,
    asksPin,
    onSaid: async (said) => {
      try {
        await onSaid(said);
      } catch (error) {
        if (error instanceof ORPCError && ofReceiver.includes(error.code)) throw error;
        onFailed(error);
      }
    },
    onScan: (code) => register.tell({ kind: 'unheard', code }),
  });
  const isNobody = people !== undefined && others.length === 0;
  return (
    <TopDialog
      title={say.text('shift.receiver')}
      onClose={onClose}
      onBack={pin.chosen ? pin.back : undefined}
      onKey={(event) => onPersonKey(event, pin)}
    >
      <p className={styles.note}>
        {say.text(isNobody ? 'shift.nobodyElse' : asksPin ? 'shift.receiverHow' : 'shift.takesIt')}
      </p>
      {pin.chosen && asksPin ? (
        <PersonPinStep person={pin.chosen} pin={pin} onBack={pin.back} />
      ) : (
        <PeopleTiles people={others} asksPin={asksPin} current="" onChoose={pin.choose} />
      )}
    </TopDialog>
  );
}
