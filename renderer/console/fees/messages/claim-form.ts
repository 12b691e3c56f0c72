import type { StallMessage } from '../../../../domain/fees/matters/message-contract.ts';

/** What each form that answers a claim is given. */
export interface ClaimFormProps {
  readonly mall: string;
  readonly message: StallMessage;
  readonly onDone: () => void;
}
