/**
 * English words for Indonesian ones. `key_one` is what is said of one, where a sentence has a
 * `count`; Indonesian says the same of one and of many.
 */
export type English<Words> = Record<keyof Words, string> &
  Partial<Record<`${CountingKey<Words>}_one`, string>>;

type CountingKey<Words> = {
  [K in keyof Words & string]: Words[K] extends Counting ? K : never;
}[keyof Words & string];

type Counting = `${string}{{count, number}}${string}`;
