import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import type { Settings } from '../../../domain/settings/settings.ts';
import type { SignedIn } from '../../../domain/staff/contract.ts';
import { firstOwner, nameOf, type Person } from '../../../domain/staff/staff.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import { register } from '../sales/register-store.ts';
import { holdKey } from '../keys-over.ts';
import { LostConnection } from '../system/LostConnection.tsx';
import { DialogNotLoaded } from './DialogNotLoaded.tsx';
import { whenOpened } from '../../ui/when-opened.ts';
import { closeWhoSells, openSetUp } from './asked.ts';
import { signIn, signOut } from './line.ts';
import { PeopleTiles } from './PeopleTiles.tsx';
import styles from './PersonPin.module.css';
import { onPersonKey, PersonPinStep } from './PersonPinStep.tsx';
import { TopDialog } from './TopDialog.tsx';
import { usePeople } from './use-people.ts';
import { usePersonPin } from './use-person-pin.ts';

const Recover = whenOpened(async () => (await import('./Recover.tsx')).Recover, DialogNotLoaded);

interface WhoSellsProps {
  /** Undefined while the till has not said who acts here. */
  readonly line: SignedIn | undefined;
  readonly settings: Pick<Settings, 'pinUse' | 'stall'>;
  /** Nothing else can be done before somebody has signed in. */
  readonly isLocked: boolean;
}

/** The page stays covered while the rest comes. */
function Loading({ isLocked }: Pick<WhoSellsProps, 'isLocked'>) {
  const say = useText();
  return (
    <TopDialog title={say.text('staff.whoSells')} isWhole={isLocked} onKey={holdKey}>
      <span aria-busy />
    </TopDialog>
  );
}

/** Asks who sells: over the register when a person wants it, or as the lock of the page. */
export function WhoSells({ line, settings: { pinUse, stall }, isLocked }: WhoSellsProps) {
  const say = useText();
  const [isRecovering, setIsRecovering] = useState(false);
  const everybody = usePeople();
  const people = everybody?.filter(({ isActive }) => isActive);
  const owner = people && firstOwner(people);
  if (!line || !people) {
    return (
      <TopDialog
        title={say.text('staff.whoSells')}
        isWhole={isLocked}
        onClose={isLocked ? undefined : () => closeWhoSells(false)}
        onKey={holdKey}
      >
        <LostConnection />
      </TopDialog>
    );
  }
  if (isRecovering && owner) {
    return (
      <Suspense fallback={<Loading isLocked={isLocked} />}>
        <Recover
          owner={owner}
          isWhole={isLocked}
          onBack={() => setIsRecovering(false)}
          onDone={() => closeWhoSells(true)}
        />
      </Suspense>
    );
  }
  return (
    <Choice
      line={line}
      people={people}
      asksPin={line.state !== 'unset' && pinUse !== 'never'}
      isLocked={isLocked}
      stallName={stall.name}
      onForgot={() => setIsRecovering(true)}
    />
  );
}

interface ChoiceProps {
  readonly line: SignedIn;
  readonly people: readonly Person[];
  readonly asksPin: boolean;
  readonly isLocked: boolean;
  readonly stallName: string;
  readonly onForgot: () => void;
}

function Choice(props: ChoiceProps) {
  const { line, people, asksPin, isLocked, stallName, onForgot } = props;
  const say = useText();
  const { pin, wasScanned, onOut, onKey } = useChoice(props);
  const back = people.length > 1 ? pin.back : undefined;
  const close = isLocked ? undefined : () => closeWhoSells(false);
  return (
    <TopDialog
      title={say.text(isLocked ? 'staff.locked' : 'staff.whoSells')}
      isWhole={isLocked}
      over={isLocked ? stallName : undefined}
      onClose={close}
      onBack={pin.chosen ? back : undefined}
      onKey={onKey}
    >
      {wasScanned && (
        <p className={styles.scanned} role="alert">
          {say.text('staff.scanLocked')}
        </p>
      )}
      {pin.chosen && asksPin ? (
        <PersonPinStep
          person={pin.chosen}
          pin={pin}
          onBack={back}
          onForgot={pin.chosen.id === firstOwner(people)?.id ? onForgot : undefined}
        />
      ) : (
        <>
          <PeopleTiles
            people={people}
            asksPin={asksPin}
            current={line.cashier}
            onChoose={pin.choose}
          />
          {pin.told && (
            <p className={styles.told} role="alert">
              {pin.told(say)}
            </p>
          )}
          <ChoiceFoot line={line} onOut={onOut} />
        </>
      )}
      {isLocked && <LostConnection />}
    </TopDialog>
  );
}

/** What hands do in it, and what comes of that. */
function useChoice({ line, people, asksPin, isLocked }: ChoiceProps) {
  const notices = useNotices();
  const [wasScanned, setWasScanned] = useState(false);
  const [only, another] = people;
  const leave = (): void => {
    closeWhoSells(false);
    void signOut();
  };
  const onOut = asksPin && line.state === 'in' ? leave : undefined;
  const pin = usePersonPin({
    people,
    asksPin,
    // Where there is nobody to choose from, the lock asks for the PIN at once.
    begin: asksPin && isLocked && only && !another ? only.id : null,
    onSaid: async ({ staff, pin: said }) => {
      await signIn(staff, said);
      const person = people.find(({ id }) => id === staff);
      closeWhoSells(true);
      if (person) notices.done((now) => now.text('staff.nowSells', { name: nameOf(person) }));
    },
    onOut,
    onScan: (code) => {
      if (isLocked) setWasScanned(true);
      else register.actBy({ on: 'code', code }, 'text');
    },
  });
  const onKey = (event: KeyboardEvent): void => {
    setWasScanned(false);
    const isAgain = event.key === 'F12' && !event.repeat; // the key that opened it
    if (isAgain && !isLocked) closeWhoSells(false);
    else onPersonKey(event, pin);
  };
  return { pin, wasScanned, onOut, onKey };
}

interface ChoiceFootProps {
  readonly line: SignedIn;
  readonly onOut: (() => void) | undefined;
}

/** What can be done beside choosing: nobody sells here any more, or the owner gets a PIN. */
function ChoiceFoot({ line, onOut }: ChoiceFootProps) {
  const say = useText();
  if (line.state === 'unset') {
    return (
      <div className={styles.foot}>
        <p className={styles.note}>{say.text('staff.noOwnerPin')}</p>
        <Button variant="default" onClick={() => openSetUp(true)}>
          {say.text('staff.setUpAct')}
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.foot}>
      <p className={styles.note}>{say.text('staff.chooseHow')}</p>
      {onOut && (
        <Button
          variant="default"
          leftSection={<IconLock aria-hidden size={20} />}
          rightSection={<KeyHint>0</KeyHint>}
          aria-keyshortcuts="0"
          onClick={onOut}
        >
          {say.text('staff.signOut')}
        </Button>
      )}
    </div>
  );
}
