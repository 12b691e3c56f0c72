import { LapakError } from '../../../domain/errors.ts';
import { implementer } from '../../implementer.ts';

const later = (): never => {
  throw new LapakError('HUB_BUSY', {});
};
const { bank } = implementer;

/** What the console does with files of banks and their rows. */
export const bankRouter = bank.router({
  accounts: bank.accounts.handler(later),
  import: bank.import.handler(later),
  rows: bank.rows.handler(later),
  settlements: bank.settlements.handler(later),
  accept: bank.accept.handler(later),
  acceptTicked: bank.acceptTicked.handler(later),
  explain: bank.explain.handler(later),
  undo: bank.undo.handler(later),
  profiles: bank.profiles.handler(later),
  profile: bank.profile.handler(later),
  saveProfile: bank.saveProfile.handler(later),
  tryProfile: bank.tryProfile.handler(later),
  senders: bank.senders.handler(later),
  forgetSender: bank.forgetSender.handler(later),
  reconciliation: bank.reconciliation.handler(later),
  signOff: bank.signOff.handler(later),
  signOffs: bank.signOffs.handler(later),
});
