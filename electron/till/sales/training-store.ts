import { LAST_TRAINING } from '../../../domain/sales/receipt.ts';
import { build } from '../database/build.ts';
import { prepare, type Tx } from '../database/run.ts';

/** Position of the record of a client-made id, if that order was practised. */
export function findTrainingByUuid(tx: Tx, uuid: string): number | undefined {
  return findByUuid.first(tx, { uuid })?.record;
}

/** Position of the record of a number of training, or of the newest with LAST_TRAINING. */
export function findTrainingByNumber(tx: Tx, number: string): number | undefined {
  const found =
    number === LAST_TRAINING ? findNewest.first(tx, {}) : findByNumber.first(tx, { number });
  return found?.record;
}

/** How many there are in the book. */
export function countTraining(tx: Tx): number {
  return count.first(tx, {})?.rows ?? 0;
}

const findByUuid = prepare<{ uuid: string }, { record: number }>((given) =>
  build.selectFrom('training').select('record').where('uuid', '=', given('uuid')),
);

const findByNumber = prepare<{ number: string }, { record: number }>((given) =>
  build.selectFrom('training').select('record').where('number', '=', given('number')),
);

const findNewest = prepare<object, { record: number }>(() =>
  build.selectFrom('training').select('record').orderBy('record', 'desc').limit(1),
);

const count = prepare<object, { rows: number }>(() =>
  build.selectFrom('training').select((e) => e.fn.countAll<number>().as('rows')),
);
