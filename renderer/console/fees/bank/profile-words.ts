import type { ListedProfile } from '../../../../domain/fees/bank/profile-contract.ts';
import type { Say } from '../../../ui/use-text.ts';

/** How a profile is called where one is chosen. */
export function profileWords({ name, isOwn }: ListedProfile, say: Say): string {
  return isOwn ? say.text('console.bank.profileOwn', { name }) : name;
}
