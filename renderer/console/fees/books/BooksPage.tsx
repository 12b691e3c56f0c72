import type { FeePageProps } from '../fee-page.ts';
import { BookMonth } from './BookMonth.tsx';
import { BookMonths } from './BookMonths.tsx';

/** The months of the books; one of them with its journal. */
export function BooksPage({ route, mall }: FeePageProps) {
  const { period, only } = route;
  return only === 'journal' && period !== null ? (
    <BookMonth key={period} route={route} mall={mall.mall} month={period} />
  ) : (
    <BookMonths route={route} mall={mall.mall} />
  );
}
