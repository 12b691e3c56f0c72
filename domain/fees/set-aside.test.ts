import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../time.ts';
import { planSetAside, type Saving, savedPercent } from './set-aside.ts';

/** Rp1.000.000 by 10 December, on Wednesday 25 November; nothing known of the week. */
const saving: Saving = {
  targetRupiah: 1_000_000,
  due: '2026-12-10',
  today: '2026-11-25',
  savedRupiah: 0,
  todayRupiah: 0,
  tradeDates: [],
  closures: [],
};

/** Every day but Sundays, for four weeks. */
const sixDays = Array.from({ length: 28 }, (_, at) => addDays('2026-10-28', at)).filter(
  (date) => new Date(Date.parse(date)).getUTCDay() !== 0,
);

test('what is missing is spread over the days until the day before it is due', () => {
  expect(planSetAside(saving)).toEqual({
    days: 15,
    perDayRupiah: 67_000,
    leftTodayRupiah: 67_000,
  });
});

test('only days on which the stall usually trades count', () => {
  const plan = planSetAside({ ...saving, tradeDates: sixDays });
  expect(plan.days).toBe(13); // without 29 November and 6 December
  expect(plan.perDayRupiah).toBe(77_000);
});

test('days on which it will be closed do not count', () => {
  const closures = [{ from: '2026-12-01', to: '2026-12-05' }];
  expect(planSetAside({ ...saving, closures }).days).toBe(10);
});

test('what was put aside today is taken off today alone', () => {
  const plan = planSetAside({ ...saving, savedRupiah: 50_000, todayRupiah: 50_000 });
  expect(plan).toEqual({ days: 15, perDayRupiah: 67_000, leftTodayRupiah: 17_000 });
});

test('what is due today or before is missing today, and no more than is missing', () => {
  const late = { ...saving, today: '2026-12-11', savedRupiah: 999_500 };
  expect(planSetAside(late)).toEqual({ days: 1, perDayRupiah: 500, leftTodayRupiah: 500 });
  expect(planSetAside({ ...saving, savedRupiah: 1_200_000 }).perDayRupiah).toBe(0);
});

test('whoever puts aside what is said on each usual day has enough when it is due', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 5_000_000 }),
      fc.integer({ min: 1, max: 60 }),
      fc.subarray(sixDays),
      (targetRupiah, ahead, tradeDates) => {
        const due = addDays(saving.today, ahead);
        let savedRupiah = 0;
        for (let today = saving.today; today < due; today = addDays(today, 1)) {
          const plan = planSetAside({
            ...saving,
            targetRupiah,
            due,
            today,
            savedRupiah,
            tradeDates,
          });
          savedRupiah += plan.leftTodayRupiah;
        }
        expect(savedRupiah).toBe(targetRupiah);
      },
    ),
  );
});

test('where nothing has to be there, all of it is', () => {
  expect([savedPercent(0, 0), savedPercent(250, 1_000)]).toEqual([100, 25]);
  expect([savedPercent(2_000, 1_000), savedPercent(-5, 1_000)]).toEqual([100, 0]);
});
