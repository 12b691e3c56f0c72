import type { Device } from '../../domain/enrolment/manage-contract.ts';
import type { Translator } from '../../domain/text.ts';
import { defineCommand, type Outcome } from '../../node/cli/command.ts';
import { allDevices } from '../enrolment/describe-devices.ts';
import type { EnrolledDevice } from '../enrolment/device-store.ts';
import { approveDevice, revokeDevice } from '../enrolment/devices.ts';
import { THE_PROGRAM } from '../journal/append-act.ts';
import { place } from './options.ts';
import { withHub, withIdentity } from './with-hub.ts';

/** All tills that enrolled, the newest first. */
export const devices = defineCommand({
  name: 'devices',
  about: 'hub.about.devices',
  argument: null,
  options: {},
  run: ({ dataDir, speaker }) =>
    withHub(dataDir, async ({ database }) => {
      const found: Device[] = [];
      for await (const page of allDevices(database)) found.push(...page);
      const words = found.flatMap((device) => [
        deviceWords({ ...device, stall: device.stall.code }, speaker),
        ...device.alarms.map(({ kind }) => `  ${speaker.text(`console.alarm.${kind}`)}`),
      ]);
      return {
        ok: true,
        report: { devices: found.map(({ stall, ...rest }) => ({ ...rest, stall: stall.code })) },
        words: words.length > 0 ? words : [speaker.text('hub.noDevices')],
      };
    }),
});

/** Lets a till that waits report. */
export const approve = defineCommand({
  name: 'approve',
  about: 'hub.about.approve',
  argument: 'DEVICE',
  options: {},
  run: ({ dataDir, argument, speaker }) =>
    withIdentity(dataDir, async (hub) =>
      deviceOutcome(await approveDevice(hub, argument, THE_PROGRAM), speaker),
    ),
});

/** Revokes a till for good. */
export const revoke = defineCommand({
  name: 'revoke',
  about: 'hub.about.revoke',
  argument: 'DEVICE',
  options: { through: place },
  run: ({ dataDir, argument, options: { through = null }, speaker }) =>
    withIdentity(dataDir, async (hub) => {
      const revoked = await revokeDevice(hub, argument, { through, by: THE_PROGRAM });
      return deviceOutcome(revoked, speaker);
    }),
});

function deviceOutcome(device: EnrolledDevice, speaker: Translator): Outcome {
  return { ok: true, report: deviceReport(device), words: [deviceWords(device, speaker)] };
}

function deviceReport(found: EnrolledDevice): object {
  const { device, stall, state, enrolledAtMs, approvedAtMs, revokedAtMs, through } = found;
  const mark = through && `${through.epoch}.${through.seq}`;
  return { device, stall, state, enrolledAtMs, approvedAtMs, revokedAtMs, through: mark };
}

function deviceWords(
  { device, stall, state }: Pick<EnrolledDevice, 'device' | 'stall' | 'state'>,
  speaker: Translator,
): string {
  return speaker.text(`hub.device.${state}`, { device, stall });
}
