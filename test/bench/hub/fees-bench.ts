import { atMost, type Figure, quantile } from '../figure.ts';
import { type BenchHub, withBenchHub, withPostgres } from './bench-hub.ts';
import { fillMonths, FEE_STALLS, openFeeMall } from './fees-mall.ts';
import { timePages } from './fees-pages.ts';

const MONTHS = 36;
const CHARGED_MOST_MS = 2_000;
const PAGE_MOST_MS = 200;

/** Charges of 2.000 stalls in one run, then every page of fees once there are 36 months of them. */
export function benchHubFees(): Promise<Figure[]> {
  return withPostgres((server) => withBenchHub(server, measure));
}

async function measure(bench: BenchHub): Promise<Figure[]> {
  const doing = await openFeeMall(bench);
  const times = await fillMonths(bench, doing, { from: '2024-01', months: MONTHS });
  const charged = {
    name: `charges of ${FEE_STALLS} stalls in one run, median`,
    ours: quantile(
      times.map(({ run }) => run),
      0.5,
    ),
    unit: 'ms',
  };
  const copied = times.map(({ copy }) => copy);
  doing.setToday('2026-12-20');
  const pages = await timePages(doing);
  return [
    atMost(1, { ...charged, floor: CHARGED_MOST_MS, beside: 'the most' }),
    atMost(20, { ...charged, floor: quantile(copied, 0.5), beside: 'COPY of the same rows' }),
    ...pages.map(({ name, times: took }) =>
      atMost(1, {
        name: `${name}, p95`,
        ours: quantile(took, 0.95),
        floor: PAGE_MOST_MS,
        beside: 'the most',
        unit: 'ms',
      }),
    ),
  ];
}
