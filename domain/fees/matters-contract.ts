import { closureCalls } from './matters/closure-contract.ts';
import { disputeCalls } from './matters/dispute-contract.ts';
import { drawerCalls } from './matters/drawer-contract.ts';
import { messageCalls } from './matters/message-contract.ts';
import { monthCalls } from './matters/month-contract.ts';
import { noticeCalls } from './matters/notice-contract.ts';

/** What a manager does of fees beside charging and taking payments. */
export const mattersContract = {
  ...noticeCalls,
  ...disputeCalls,
  ...closureCalls,
  ...messageCalls,
  ...monthCalls,
  ...drawerCalls,
};
