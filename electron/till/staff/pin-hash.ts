/** 19 MiB, two passes, one lane. Source: OWASP Password Storage Cheat Sheet, Argon2id. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id of a PIN in PHC form, with a salt of its own. Some 30 ms, off the till's thread. */
export async function hashPin(pin: string, pepper: Buffer): Promise<string> {
  const { hash } = await argon2();
  return hash(pin, { ...cost, secret: pepper });
}

/** Whether a PIN is the one that was hashed; of a hash that was damaged none is. */
export async function isPin(pin: string, pepper: Buffer, hashed: string): Promise<boolean> {
  const { verify } = await argon2();
  return verify(hashed, pin, { secret: pepper }).catch(() => false);
}

/** Its native part is loaded by the first PIN: most starts of a command need none. */
const argon2 = () => import('@node-rs/argon2');
