import { LapakError } from '../../domain/errors.ts';
import type { HubLimits } from './limits.ts';

/** The memory that bodies of devices may have, in all and of each device. */
export interface BodyRoom {
  /** A body of a device that is about to come. */
  enter(device: string): BodyPlace;
}

/** The room of one body. */
export interface BodyPlace {
  /** Takes so many bytes more. @throws LapakError HUB_BUSY where there is no room for them */
  take(bytes: number): void;
  /** Gives back all that was taken; again does nothing. */
  leave(): void;
}

/** The room of one process. */
export function openBodyRoom(
  limits: Pick<HubLimits, 'bodiesBytesMax' | 'bodiesOfDeviceBytesMax'>,
): BodyRoom {
  let takenBytes = 0;
  const ofDevices = new Map<string, number>();
  return {
    enter: (device) => {
      let ownBytes = 0;
      const add = (bytes: number) => {
        const ofDevice = (ofDevices.get(device) ?? 0) + bytes;
        takenBytes += bytes;
        ownBytes += bytes;
        if (ofDevice === 0) ofDevices.delete(device);
        else ofDevices.set(device, ofDevice);
      };
      return {
        take: (bytes) => {
          const isFull =
            takenBytes + bytes > limits.bodiesBytesMax ||
            (ofDevices.get(device) ?? 0) + bytes > limits.bodiesOfDeviceBytesMax;
          if (isFull) throw new LapakError('HUB_BUSY', {});
          add(bytes);
        },
        leave: () => add(-ownBytes),
      };
    },
  };
}
