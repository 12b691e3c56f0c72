import { useQuery } from '@tanstack/react-query';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import { Dialog } from '../../system/Dialog.tsx';
import { failureWords } from '../../system/failure-words.ts';
import form from '../../system/form.module.css';
import { Read } from '../../system/Read.tsx';
import { FirstButton } from '../FirstButton.tsx';
import { useFeeAct } from '../use-fees.ts';
import { ChargeRunReport } from './ChargeRunReport.tsx';

interface RunProps {
  readonly mall: string;
  readonly period: string;
  readonly onClose: () => void;
}

/** Shows whom a run would charge; only then it is done. */
export function ChargeRunDialog({ isOpen, ...run }: RunProps & { readonly isOpen: boolean }) {
  const say = useText();
  return (
    <Dialog
      isOpen={isOpen}
      title={say.text('console.fees.run.title', { month: periodWords(run.period, say) })}
      onClose={run.onClose}
      isWide
    >
      {isOpen && <ChargeRun {...run} />}
    </Dialog>
  );
}

function ChargeRun({ mall, period, onClose }: RunProps) {
  const say = useText();
  const apply = useFeeAct(hub.fees.chargeMonth);
  const dry = useQuery({
    ...hubQuery.fees.chargeMonth.queryOptions({ input: { mall, period, mode: 'dry-run' } }),
    refetchInterval: false,
    staleTime: 0,
    gcTime: 0,
    // What is being done, or was, is not asked for again.
    enabled: !apply.isPending && apply.data === undefined,
  });
  if (apply.data) {
    return (
      <div className={form.form}>
        <p role="status">{say.text('console.fees.run.done')}</p>
        <ChargeRunReport run={apply.data} />
        <FirstButton onClick={onClose}>{say.text('console.fees.close')}</FirstButton>
      </div>
    );
  }
  return (
    <Read of={dry}>
      {(run) => (
        <form
          className={form.form}
          onSubmit={(event) => {
            event.preventDefault();
            apply.mutate({ mall, period, mode: 'apply' });
          }}
        >
          {run.charged > 0 && <p>{say.text('console.fees.run.dry')}</p>}
          <ChargeRunReport run={run} />
          {apply.error && <p role="alert">{failureWords(apply.error, say)}</p>}
          {run.charged > 0 ? (
            <FirstButton type="submit" loading={apply.isPending}>
              {say.text('console.fees.run.act', { count: run.charged })}
            </FirstButton>
          ) : (
            <FirstButton variant="default" onClick={onClose}>
              {say.text('console.fees.close')}
            </FirstButton>
          )}
        </form>
      )}
    </Read>
  );
}
