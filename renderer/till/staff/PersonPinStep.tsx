import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { firstOwner, nameOf, type Person } from '../../../domain/staff/staff.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { moveAmongTiles } from './PeopleTiles.tsx';
import styles from './PersonPin.module.css';
import { PinField } from './PinField.tsx';
import { useLockedSeconds } from './use-locked-seconds.ts';
import { usePeople } from './use-people.ts';
import type { PersonPin } from './use-person-pin.ts';

interface PersonPinStepProps {
  readonly person: Person;
  readonly pin: PersonPin;
  /** Undefined where there is nobody else. */
  readonly onBack: (() => void) | undefined;
  /** Undefined where there is no other way than the PIN: then it is said who gives a new one. */
  readonly onForgot?: (() => void) | undefined;
}

/** The PIN of the person who was chosen; a person without one, or locked, is told so. */
export function PersonPinStep({ person, pin, onBack, onForgot }: PersonPinStepProps) {
  const say = useText();
  const seconds = useLockedSeconds(person.lockedMs, person);
  const name = nameOf(person);
  const locked = seconds > 0 ? say.error('PIN_LOCKED', { seconds }) : undefined;
  const unset = person.hasPin ? undefined : say.error('PIN_UNSET', { name });
  const told = locked ?? unset;
  return (
    <PinField
      label={say.text('staff.pinOf', { name })}
      typed={pin.typed}
      isBusy={pin.isBusy}
      told={told === undefined ? pin.told : () => told}
      shakes={pin.shakes}
      onTouch={pin.touch}
      onErase={pin.erase}
    >
      <div className={styles.acts}>
        {onBack && (
          <Button
            variant="default"
            leftSection={<IconArrowLeft aria-hidden size={20} />}
            rightSection={<KeyHint>Esc</KeyHint>}
            aria-keyshortcuts="Escape"
            onClick={onBack}
          >
            {say.text('staff.other')}
          </Button>
        )}
        {onForgot && (
          <Button variant="subtle" onClick={onForgot}>
            {say.text('staff.forgot')}
          </Button>
        )}
        {!onForgot && person.hasPin && <ForgotHow person={person} />}
      </div>
    </PinField>
  );
}

/** Whom to ask for another PIN; the owner has a paper for it. */
function ForgotHow({ person }: Pick<PersonPinStepProps, 'person'>) {
  const say = useText();
  const isOwner = person.id === firstOwner(usePeople() ?? [])?.id;
  return (
    <p className={styles.forgot}>{say.text(isOwner ? 'staff.forgotOwner' : 'staff.forgotHow')}</p>
  );
}

/** What a key does while a person is chosen, or their PIN typed. */
export function onPersonKey(event: KeyboardEvent, pin: PersonPin): void {
  const isMoved = pin.chosen === null && moveAmongTiles(event);
  if (isMoved || pin.onKey(event)) event.preventDefault();
}
