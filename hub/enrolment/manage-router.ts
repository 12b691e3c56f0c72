import { formatCode } from '../../domain/enrolment/code.ts';
import { formatInvitation } from '../../domain/enrolment/invitation.ts';
import { translator } from '../../domain/translator.ts';
import { implementer } from '../implementer.ts';
import { who } from '../people/who.ts';
import { makeEnrolmentCode } from './codes.ts';
import { approveDevice, revokeDevice } from './devices.ts';
import { describeDevice, describeDevices } from './describe-devices.ts';
import { exportDevices } from './export-devices.ts';
import { settleAlarm } from './settle-alarm.ts';

/** What the console does with devices. */
export const devicesRouter = implementer.devices.router({
  list: implementer.devices.list.handler(({ context: { hub }, input }) =>
    describeDevices(hub.database, input),
  ),

  signatures: implementer.devices.signatures.handler(({ context: { checked } }) => checked.read()),

  export: implementer.devices.export.handler(async ({ context: { hub }, input }) => {
    const pieces: string[] = [];
    const speaker = translator(input.language);
    for await (const piece of exportDevices(hub.database, speaker)) pieces.push(piece);
    return { content: pieces.join('') };
  }),

  makeCode: implementer.devices.makeCode.handler(async ({ context, input }) => {
    const { hub, origin } = context;
    const made = await makeEnrolmentCode(hub, input.stall, who(context));
    const { code, keyName, expiresAtMs, stall } = made;
    const invitation = formatInvitation({ hub: origin, code, keyName });
    return { code: formatCode(code), hubKey: formatCode(keyName), invitation, expiresAtMs, stall };
  }),

  approve: implementer.devices.approve.handler(async ({ context, input }) => {
    const { hub } = context;
    const { device } = await approveDevice(hub, input.device, who(context));
    return describeDevice(hub.database, device);
  }),

  revoke: implementer.devices.revoke.handler(async ({ context, input }) => {
    const { hub } = context;
    const [epoch, seq] = (input.through ?? '').split('.').map(Number);
    const through = epoch && seq ? { epoch, seq } : null;
    const { device } = await revokeDevice(hub, input.device, { through, by: who(context) });
    return describeDevice(hub.database, device);
  }),

  settle: implementer.devices.settle.handler(async ({ context, input }) => {
    const { hub, checked } = context;
    await settleAlarm(hub, { ...input, by: who(context) });
    checked.forget();
    return describeDevice(hub.database, input.device);
  }),
});
