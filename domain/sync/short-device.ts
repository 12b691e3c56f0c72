/** `3fa9 20c1`: as much of a device's name as two people compare over the counter. */
export function shortDevice(device: string): string {
  return `${device.slice(0, 4)} ${device.slice(4, 8)}`;
}
