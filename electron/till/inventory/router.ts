import { implementer } from '../implementer.ts';
import { correctStock } from './correct-stock.ts';
import { readHistory } from './procedures.ts';

const { inventory } = implementer;

export const inventoryRouter = inventory.router({
  correct: inventory.correct.handler(({ context, input }) =>
    correctStock(context.open(), context.actor, input),
  ),
  history: inventory.history.handler(({ context, input }) => readHistory(context.open(), input)),
});
