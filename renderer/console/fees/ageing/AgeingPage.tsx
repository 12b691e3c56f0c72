import { ageBands } from '../../../../domain/fees/ageing.ts';
import { useText } from '../../../ui/use-text.ts';
import { openRoute } from '../../route.ts';
import { Choices } from '../../system/Choices.tsx';
import { PageFrame } from '../../system/PageFrame.tsx';
import type { FeePageProps } from '../fee-page.ts';
import type { FeesRoute } from '../fees-route.ts';
import { DueLetters } from './DueLetters.tsx';
import { ByAge } from './ByAge.tsx';
import { WrittenLetters } from './WrittenLetters.tsx';

const views = ['byAge', 'letters', 'written'] as const;

/** Who owes what for how long, and the letters that are due for it. */
export function AgeingPage({ route, mall }: FeePageProps) {
  const say = useText();
  const view = views.find((one) => one === route.only) ?? 'byAge';
  const band = ageBands.find((one) => one === route.only) ?? null;
  const change = (to: Partial<FeesRoute>): void => openRoute({ ...route, ...to }, 'replace');
  return (
    <PageFrame title={say.text('console.fees.ageing.title')}>
      <Choices
        label={say.text('console.fees.ageing.views')}
        choices={views.map((value) => ({ value, text: say.text(`console.fees.ageing.${value}`) }))}
        chosen={view}
        onChoose={(one) => change({ only: one === 'byAge' ? '' : one, text: '' })}
      />
      {view === 'byAge' && (
        <ByAge
          mall={mall.mall}
          mallName={mall.name}
          band={band}
          text={route.text}
          onChange={change}
        />
      )}
      {view === 'letters' && <DueLetters mall={mall.mall} />}
      {view === 'written' && <WrittenLetters mall={mall.mall} />}
    </PageFrame>
  );
}
