/** What one hub process takes from those who call it: each is a bound on memory or on time. */
export interface HubLimits {
  /** Longest body of a device's call as it comes over the wire. */
  readonly bodyBytesMax: number;
  /** Longest body that gzip may become. */
  readonly inflatedBytesMax: number;
  /** Longest body of a call that anybody can make. */
  readonly openBodyBytesMax: number;
  /** Calls that anybody can make, from one address (IPv6: one /64) in a minute. */
  readonly openCallsPerMinute: number;
  /** Addresses that are remembered for that. */
  readonly addressesMax: number;
  /** Requests from one address in a minute that a device seems to have signed, and has not. */
  readonly wrongSignaturesPerMinute: number;
  /** All bodies of devices at once, as they came and unfolded. */
  readonly bodiesBytesMax: number;
  /** The same of one device: an honest till sends one after the other. */
  readonly bodiesOfDeviceBytesMax: number;
  /** Sockets at once, of all kinds: a till that has reported keeps its own for `keepAliveMs`. */
  readonly connectionsMax: number;
  /** The same from one address, of whom nobody has signed a request yet. */
  readonly connectionsOfAddressMax: number;
  /** From its first byte until a request has come whole. */
  readonly requestMs: number;
  /** From the connection until the header of a request has come whole. */
  readonly headersMs: number;
  /** A socket on which nothing moves. */
  readonly idleMs: number;
  /** A socket that waits for its next request. */
  readonly keepAliveMs: number;
  /** How often sockets are looked at. */
  readonly checkMs: number;
  /** How long a list of keys stands: however many customers ask, it is read so often. */
  readonly keyListMs: number;
  /** How long running requests may take to end when the hub stops. */
  readonly stopMs: number;
}

/** A batch of 500 records is some 400 KB, and a tenth of that by gzip. */
export const hubLimits: HubLimits = {
  bodyBytesMax: 4_194_304,
  inflatedBytesMax: 8_388_608,
  openBodyBytesMax: 16_384,
  openCallsPerMinute: 60,
  addressesMax: 5_000,
  wrongSignaturesPerMinute: 120,
  bodiesBytesMax: 268_435_456,
  bodiesOfDeviceBytesMax: 16_777_216,
  connectionsMax: 5_000,
  connectionsOfAddressMax: 2_500,
  requestMs: 60_000,
  headersMs: 15_000,
  idleMs: 60_000,
  keepAliveMs: 15_000,
  checkMs: 5_000,
  keyListMs: 10_000,
  stopMs: 10_000,
};
