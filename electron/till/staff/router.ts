import { implementer } from '../implementer.ts';
import { addPerson, changePerson, erase, readPeople, setActive } from './people.ts';
import { changePin, setPin } from './pins.ts';
import { printRecoveryCode } from './print-recovery-code.ts';
import { recover, renewRecoveryCode } from './recovery.ts';
import { deleteRole, readRoles, saveRole } from './roles.ts';
import { chooseDrawer, resume, signIn, signOut, stay } from './sign-in.ts';
import { watchSignedIn } from './watch-signed-in.ts';

const { staff } = implementer;

export const staffRouter = staff.router({
  watch: staff.watch.handler(({ context, signal }) =>
    watchSignedIn(context.open(), context.page, signal),
  ),
  people: staff.people.handler(({ context }) => readPeople(context.open())),
  signIn: staff.signIn.handler(({ context, input }) => signIn(context.open(), context.page, input)),
  resume: staff.resume.handler(({ context, input }) => resume(context.open(), context.page, input)),
  signOut: staff.signOut.handler(({ context }) => signOut(context.open(), context.page)),
  stay: staff.stay.handler(({ context }) => stay(context.open(), context.page)),
  chooseDrawer: staff.chooseDrawer.handler(({ context, input }) =>
    chooseDrawer(context.open(), context.page, input),
  ),
  roles: staff.roles.handler(({ context }) => readRoles(context.open())),
  add: staff.add.handler(({ context, input }) => addPerson(context.open(), context.actor, input)),
  change: staff.change.handler(({ context, input }) =>
    changePerson(context.open(), context.actor, input),
  ),
  setActive: staff.setActive.handler(({ context, input }) =>
    setActive(context.open(), context.actor, input),
  ),
  erase: staff.erase.handler(({ context, input }) => erase(context.open(), context.actor, input)),
  setPin: staff.setPin.handler(({ context, input }) => setPin(context.open(), context, input)),
  changePin: staff.changePin.handler(({ context, input }) =>
    changePin(context.open(), context.page, input),
  ),
  renewRecoveryCode: staff.renewRecoveryCode.handler(({ context }) =>
    renewRecoveryCode(context.open(), context.actor),
  ),
  printRecoveryCode: staff.printRecoveryCode.handler(({ context, input }) =>
    printRecoveryCode(context.open(), input),
  ),
  recover: staff.recover.handler(({ context, input }) => recover(context.open(), input)),
  saveRole: staff.saveRole.handler(({ context, input }) =>
    saveRole(context.open(), context.actor, input),
  ),
  deleteRole: staff.deleteRole.handler(({ context, input }) =>
    deleteRole(context.open(), context.actor, input),
  ),
});
