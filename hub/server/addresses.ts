import { normalizeIP } from '@fastify/rate-limit';

/** What one subscriber is given at least. Source: RFC 6177 §2. */
const IPV6_SUBNET_BITS = 64;

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::)$/;

/** Whoever has one IPv6 address has the 2^64 beside it. A socket that was closed has none. */
export function subscriberOf(address: string | undefined): string {
  return normalizeIP(String(address), IPV6_SUBNET_BITS);
}

/** Whether an address is of this computer. */
export function isLoopback(address: string | undefined): boolean {
  return LOOPBACK.test(subscriberOf(address));
}
