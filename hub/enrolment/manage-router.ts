import { implementer } from '../implementer.ts';
import { formatCode, formatInvitation } from '../../domain/enrolment/code.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { makeEnrolmentCode } from './codes.ts';
import { approveDevice, revokeDevice } from './devices.ts';
import { describeDevice, describeDevices } from './describe-devices.ts';

/** What the console does with devices. */
export const devicesRouter = implementer.devices.router({
  list: implementer.devices.list.handler(async ({ context: { hub } }) => {
    return { devices: await describeDevices(hub.database) };
  }),

  makeCode: implementer.devices.makeCode.handler(async ({ context, input }) => {
    const { hub, origin, administrator } = context;
    const { code, expiresAtMs, stall } = await makeEnrolmentCode(
      hub,
      input.stall,
      administrator ?? THE_PROGRAM,
    );
    const invitation = formatInvitation({ hub: origin, code });
    return { code: formatCode(code), invitation, expiresAtMs, stall };
  }),

  approve: implementer.devices.approve.handler(
    async ({ context: { hub, administrator }, input }) => {
      const { device } = await approveDevice(hub, input.device, administrator ?? THE_PROGRAM);
      return describeDevice(hub.database, device);
    },
  ),

  revoke: implementer.devices.revoke.handler(async ({ context: { hub, administrator }, input }) => {
    const known = await describeDevice(hub.database, input.device);
    const [epoch, seq] = (input.through ?? known.newest ?? '').split('.').map(Number);
    const through = epoch && seq ? { epoch, seq } : null;
    const { device } = await revokeDevice(hub, input.device, {
      through,
      by: administrator ?? THE_PROGRAM,
    });
    return describeDevice(hub.database, device);
  }),
});
