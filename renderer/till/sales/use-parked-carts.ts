import { useQuery } from '@tanstack/react-query';
import type { ParkedCart } from '../../../domain/sales/kept-cart.ts';
import { tillQuery } from '../till-client.ts';
import { useTraining } from './TrainingBand.tsx';

/** A watch ends when nobody looks, and begins again when somebody does. */
const watching = { refetchOnMount: 'always' } as const;

/**
 * The carts that no page has, the newest first; undefined until the till has said. In training
 * those of training, else the others.
 */
export function useParkedCarts(): readonly ParkedCart[] | undefined {
  const isTraining = useTraining();
  const { data } = useQuery(tillQuery.sales.watchParked.experimental_liveOptions(watching));
  return data?.filter((cart) => cart.isTraining === isTraining);
}
