import type { StallView } from '../../../../domain/fees/manage/stall-calls.ts';

/** What each form of an act is given. */
export interface StallFormProps {
  readonly stall: StallView;
  readonly today: string;
  readonly onDone: () => void;
}
