import type { FeeMall } from '../../../domain/fees/manage/mall-calls.ts';
import type { FeesRoute } from './fees-route.ts';

/** What each page of fees is given. */
export interface FeePageProps {
  readonly route: FeesRoute;
  readonly mall: FeeMall;
  /** `YYYY-MM-DD` at the hub. */
  readonly today: string;
}
