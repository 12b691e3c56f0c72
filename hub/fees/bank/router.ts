import { transact } from '../../database/transact.ts';
import { lookAtFile } from '../../../node/fees/bank/look-at-file.ts';
import { implementer } from '../../implementer.ts';
import { who } from '../../people/who.ts';
import { acceptRow, acceptTicked } from './accept-rows.ts';
import { explainRow } from './explain-row.ts';
import { importBankFile } from './import-file.ts';
import { forgetProfile, listProfiles, readProfile, saveProfile, tryProfile } from './profiles.ts';
import { readAccounts, readSenders, readSettled } from './read-lists.ts';
import { readRows } from './read-rows.ts';
import { reconcile, readSignOffs, signOff } from './reconcile.ts';
import { deleteSender } from './sender-store.ts';
import { undoUse } from './undo-use.ts';

const { bank } = implementer;

/** What the console does with files of banks and their rows. */
export const bankRouter = bank.router({
  accounts: bank.accounts.handler(async ({ context: { hub }, input: { mall } }) => ({
    accounts: await readAccounts(hub, mall),
  })),
  import: bank.import.handler(({ context, input: { file: name, content, ...how } }) => {
    const bytes = Buffer.from(content, 'base64');
    return importBankFile(context.hub, { name, bytes }, { ...how, by: who(context) });
  }),
  rows: bank.rows.handler(({ context: { hub }, input }) => readRows(hub, input)),
  settlements: bank.settlements.handler(({ context: { hub }, input }) => readSettled(hub, input)),

  accept: bank.accept.handler(async ({ context, input }) => ({
    payments: await acceptRow({ hub: context.hub, by: who(context) }, input),
  })),
  acceptTicked: bank.acceptTicked.handler(({ context, input }) =>
    acceptTicked({ hub: context.hub, by: who(context) }, input),
  ),
  explain: bank.explain.handler(({ context, input }) =>
    explainRow({ hub: context.hub, by: who(context) }, input),
  ),
  undo: bank.undo.handler(({ context, input }) =>
    undoUse({ hub: context.hub, by: who(context) }, input),
  ),

  profiles: bank.profiles.handler(async ({ context: { hub } }) => ({
    profiles: await listProfiles(hub),
  })),
  profile: bank.profile.handler(async ({ context: { hub }, input: { profile } }) => ({
    content: await readProfile(hub, profile),
  })),
  saveProfile: bank.saveProfile.handler(({ context: { hub }, input: { content } }) =>
    saveProfile(hub, content),
  ),
  forgetProfile: bank.forgetProfile.handler(async ({ context: { hub }, input: { profile } }) => {
    await forgetProfile(hub, profile);
    return {};
  }),
  look: bank.look.handler(({ input: { content, encoding, separator } }) =>
    lookAtFile(Buffer.from(content, 'base64'), { encoding, separator }),
  ),
  tryProfile: bank.tryProfile.handler(
    ({ context: { hub }, input: { file: name, content, ...trial } }) =>
      tryProfile(hub, { ...trial, file: { name, bytes: Buffer.from(content, 'base64') } }),
  ),

  senders: bank.senders.handler(({ context: { hub }, input }) => readSenders(hub, input)),
  forgetSender: bank.forgetSender.handler(
    async ({ context: { hub }, input: { mall, ...sender } }) => {
      await transact(hub.database, 'every-stall', (trx) => deleteSender(trx, mall, sender));
      return {};
    },
  ),
  reconciliation: bank.reconciliation.handler(({ context: { hub }, input: { account, date } }) =>
    reconcile(hub, account, date),
  ),
  signOff: bank.signOff.handler(({ context, input }) =>
    signOff({ hub: context.hub, by: who(context) }, input),
  ),
  signOffs: bank.signOffs.handler(async ({ context: { hub }, input: { account } }) => ({
    signOffs: await readSignOffs(hub, account),
  })),
});
