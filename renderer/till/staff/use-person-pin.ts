import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import { z } from 'zod';
import type { PinOutcome } from '../../../domain/staff/pin-entry.ts';
import type { Person } from '../../../domain/staff/staff.ts';
import { isCalledOff } from '../../ui/called-off.ts';
import type { Words } from '../../ui/Notice.tsx';
import { readPeopleAgain, useFigures } from './use-people.ts';
import { type PinKeys, usePinKeys } from './use-pin-keys.ts';

/** Who somebody says they are; without a PIN where none is asked for. */
export interface SaidPerson {
  readonly staff: string;
  readonly pin: string | null;
}

interface PersonPinOptions {
  /** Who can be chosen. */
  readonly people: readonly Person[];
  readonly asksPin: boolean;
  readonly begin?: string | null;
  /** Settles when they are believed, and fails when not. */
  readonly onSaid: (said: SaidPerson) => Promise<void> | void;
  readonly onOut?: (() => void) | undefined;
  readonly onScan: (code: string) => void;
}

/** Choosing a person and typing their PIN. */
export interface PersonPin extends Omit<PinKeys, 'entry'> {
  readonly chosen: Person | null;
  /** How many figures stand there. */
  readonly typed: number;
  readonly isBusy: boolean;
  /** What went wrong with the last try. */
  readonly told: Words | null;
  /** How often something did: the sheet shakes anew. */
  readonly shakes: number;
  choose(staff: string): void;
  back(): void;
}

/** Lets somebody say who they are: by keys, by touch, or both. */
export function usePersonPin(options: PersonPinOptions): PersonPin {
  const { people, asksPin, onSaid, onOut, onScan } = options;
  const [isBusy, setIsBusy] = useState(false);
  const { told, shakes, tell, forget } = useTold();
  const say = async (said: SaidPerson): Promise<void> => {
    setIsBusy(true);
    try {
      await onSaid(said);
    } catch (error) {
      // How long it is locked counts down beside the person, and is not told twice.
      if (isCalledOff(error) || isLocked(error)) forget();
      else tell((now) => now.failure(error));
      keys.begin(said.pin === null ? null : said.staff);
      if (isLocked(error)) await readPeopleAgain();
    } finally {
      setIsBusy(false);
    }
  };
  const onOutcome = (outcome: PinOutcome): Promise<void> | undefined => {
    switch (outcome.kind) {
      case 'nothing':
        return undefined;
      case 'scan':
        onScan(outcome.code);
        return undefined;
      case 'tooLong':
        tell((now) => now.text('staff.pinTooLong'));
        return undefined;
      case 'tooFast':
        tell((now) => now.text('staff.pinTooFast'));
        return undefined;
      case 'out':
        onOut?.();
        return undefined;
      case 'chosen':
        forget();
        return asksPin ? undefined : say({ staff: outcome.staff, pin: null });
      case 'pin':
        return say({ staff: outcome.staff, pin: outcome.pin });
    }
  };
  const figures = useFigures();
  const choices = new Map(people.map(({ id }) => [figures.get(id)?.toString() ?? '', id]));
  const keys = usePinKeys({ begin: options.begin ?? null, choices, onOutcome });
  return {
    ...keys,
    chosen: people.find(({ id }) => id === keys.entry.chosen) ?? null,
    typed: keys.entry.digits.length,
    isBusy,
    told,
    shakes,
    choose: (staff) => {
      keys.begin(staff);
      void onOutcome({ kind: 'chosen', staff });
    },
    back: () => {
      forget();
      keys.begin(null);
    },
  };
}

/** What went wrong last. */
function useTold() {
  const [said, setSaid] = useState<Pick<PersonPin, 'told' | 'shakes'>>({ told: null, shakes: 0 });
  return {
    ...said,
    tell: (told: Words) => setSaid(({ shakes }) => ({ told, shakes: shakes + 1 })),
    forget: () => setSaid(({ shakes }) => ({ told: null, shakes })),
  };
}

const NoTries = z.object({ triesLeft: z.literal(0) });

/** Whether no PIN of theirs is tried for a while, which the list of people then says. */
function isLocked(error: unknown): boolean {
  if (!(error instanceof ORPCError)) return false;
  return error.code === 'PIN_LOCKED' || NoTries.safeParse(error.data).success;
}
