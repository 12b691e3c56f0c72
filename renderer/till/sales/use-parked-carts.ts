import { useQuery } from '@tanstack/react-query';
import type { ParkedCart } from '../../../domain/sales/kept-cart.ts';
import { tillQuery } from '../till-client.ts';

/** A watch ends when nobody looks, and begins again when somebody does. */
const watching = { refetchOnMount: 'always' } as const;

/** The carts that no page has, the newest first; undefined until the till has said. */
export function useParkedCarts(): readonly ParkedCart[] | undefined {
  return useQuery(tillQuery.sales.watchParked.experimental_liveOptions(watching)).data;
}
