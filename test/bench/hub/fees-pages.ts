import { randomBytes } from 'node:crypto';
import { createRouterClient } from '@orpc/server';
import { addMonths } from '../../../domain/fees/period.ts';
import type { HubContext } from '../../../hub/implementer.ts';
import { hubRouter } from '../../../hub/router.ts';
import { openHubLog } from '../../../hub/server/log.ts';
import { openCheckedSums } from '../../../hub/signatures/checked-sums.ts';
import { importBankFile } from '../../../hub/fees/bank/import-file.ts';
import { timeOf } from './bench-hub.ts';
import { bankFile } from './fees-bank-file.ts';
import { FEE_ACCOUNT, FEE_MALL, FEE_STALLS, type FeeBench, stallCode } from './fees-mall.ts';

/** How long a page took, each time. ms */
export interface PageTimes {
  readonly name: string;
  readonly times: readonly number[];
}

const TIMES = 20;
const WARM_UP = 2;
/** Rows of a bank file that wait on its page. */
const WAITING = 2_000;

/** Asks for every page of fees as the console does, of other months and stalls each time. */
export async function timePages({ hub, by }: FeeBench): Promise<PageTimes[]> {
  const context: HubContext = {
    hub: { ...hub, random: randomBytes, log: openHubLog('error', process.stderr) },
    checked: openCheckedSums(hub),
    origin: 'https://hub.example',
    device: null,
    administrator: by,
    browser: { isOwnPage: true, tokens: [], keep: () => {} },
  };
  const file = { name: 'mutasi.csv', bytes: bankFile({ rows: WAITING, on: '2026-12-15' }) };
  await importBankFile(hub, file, {
    by,
    account: FEE_ACCOUNT,
    mall: FEE_MALL,
    profile: null,
    endsOn: null,
    mode: 'apply',
    seen: null,
    isUnbalancedTaken: false,
    language: 'id',
  });
  const pages: PageTimes[] = [];
  for (const [name, ask] of Object.entries(pagesOf(context))) {
    const times: number[] = [];
    for (let at = 0; at < WARM_UP + TIMES; at += 1) {
      const took = await timeOf(() => ask(at));
      if (at >= WARM_UP) times.push(took);
    }
    pages.push({ name, times });
  }
  return pages;
}

/** Every call that only reads, by its name. @param at which time it is: other months, stalls */
function pagesOf(context: HubContext): Record<string, (at: number) => Promise<unknown>> {
  const { fees, matters, bank } = createRouterClient(hubRouter, { context });
  const mall = FEE_MALL;
  const account = FEE_ACCOUNT;
  const period = (at: number) => addMonths('2024-01', (at * 7) % 36);
  const stall = (at: number) => stallCode(1 + ((at * 97) % FEE_STALLS));
  const year = (at: number) => ({
    from: `${2024 + (at % 3)}-01-01`,
    to: `${2024 + (at % 3)}-12-31`,
  });
  return {
    'fees.malls': () => fees.malls(),
    'fees.plans': () => fees.plans({ mall }),
    'fees.accounts': () => fees.accounts({ mall }),
    'fees.month': (at) => fees.month({ mall, period: period(at) }),
    'fees.month of what is overdue': (at) =>
      fees.month({ mall, period: period(at), state: 'overdue' }),
    'fees.month searched': (at) => fees.month({ mall, period: period(at), text: `Lapak ${at}7` }),
    'fees.ageing': () => fees.ageing({ mall }),
    'fees.ageing of a past date': (at) => fees.ageing({ mall, on: `${period(at)}-20` }),
    'fees.ageing of a band': () => fees.ageing({ mall, band: 'over90' }),
    'fees.stall': (at) => fees.stall({ stall: stall(at) }),
    'fees.acts': (at) => fees.acts({ stall: stall(at) }),
    'fees.bill': (at) => fees.bill({ stall: stall(at), period: period(at) }),
    'fees.statement': (at) => fees.statement({ stall: stall(at), ...year(at) }),
    'fees.kuitansi': () => fees.kuitansi({ mall }),
    'fees.kuitansi of a month': (at) => fees.kuitansi({ mall, period: period(at) }),
    'fees.kuitansi searched': (at) => fees.kuitansi({ mall, text: stall(at) }),
    'fees.readings': (at) => fees.readings({ mall, period: period(at) }),
    'fees.meterBills': () => fees.meterBills({ mall }),
    'matters.listDue': () => matters.listDue({ mall, cursor: '' }),
    'matters.listNotices': () => matters.listNotices({ mall, cursor: '' }),
    'matters.listDisputes': () => matters.listDisputes({ mall, cursor: '' }),
    'matters.listClosures': (at) => matters.listClosures({ mall, month: period(at), cursor: '' }),
    'matters.listMessages': () => matters.listMessages({ mall, cursor: '' }),
    'matters.listMonths': () => matters.listMonths({ mall, cursor: '' }),
    'matters.checkMonth': (at) => matters.checkMonth({ mall, month: period(at) }),
    'matters.readJournal': (at) => matters.readJournal({ mall, month: period(at), cursor: '' }),
    'matters.sumJournal': (at) => matters.sumJournal({ mall, month: period(at) }),
    'matters.listDrawers': () => matters.listDrawers({ mall }),
    'bank.accounts': () => bank.accounts({ mall }),
    'bank.rows': () => bank.rows({ account }),
    'bank.rows, all': () => bank.rows({ account, which: 'all' }),
    'bank.rows searched': () => bank.rows({ account, text: 'AMINAH' }),
    'bank.settlements': () => bank.settlements({ nmid: 'ID1020000000001' }),
    'bank.profiles': () => bank.profiles({}),
    'bank.profile': () => bank.profile({ profile: 'bca-business' }),
    'bank.senders': () => bank.senders({ mall }),
    'bank.reconciliation': (at) => bank.reconciliation({ account, date: `${period(at)}-28` }),
    'bank.signOffs': () => bank.signOffs({ account }),
  };
}
