import { ActionIcon, Button } from '@mantine/core';
import { type Icon, IconPrinter, IconTrash } from '@tabler/icons-react';
import type { PrinterStatus, QueuedJob } from '../../../domain/printing/printer.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { ignoreSecond } from '../../ui/ignore-second.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './PrintQueue.module.css';
import { usePrintQueue, useQueueActs } from './use-printer.ts';

interface PrintQueueProps {
  readonly status: PrinterStatus | undefined;
  readonly offsetMinutes: OffsetMinutes;
}

/** The paper that is to come, held or not sure: a person prints or drops each, or all of it. */
export function PrintQueue({ status, offsetMinutes }: PrintQueueProps) {
  const say = useText();
  const jobs = usePrintQueue(status);
  const { release, releasing, drop } = useQueueActs();
  if (!status || !jobs) return null;
  const isWaitingOnly = jobs.every((job) => job.state === 'pending');
  const inQueue = status.pendingJobs + status.heldJobs + status.unconfirmedJobs;
  return (
    <section
      className={styles.queue}
      aria-label={say.text('printing.queue')}
      onClickCapture={ignoreSecond}
    >
      <h3>{say.text('printing.queue')}</h3>
      {jobs.length === 0 ? (
        <p>{say.text('printing.queueEmpty')}</p>
      ) : (
        <>
          <ul>
            {jobs.map((job) => (
              <Job
                key={job.id}
                job={job}
                offsetMinutes={offsetMinutes}
                isReleasing={releasing === job.id}
                onRelease={() => release(job.id)}
                onDrop={() => drop(job.id)}
              />
            ))}
          </ul>
          {inQueue > jobs.length && (
            <p>{say.text('printing.queueMore', { count: inQueue - jobs.length })}</p>
          )}
          <div className={styles.all}>
            <Button
              variant="default"
              leftSection={<IconPrinter aria-hidden size={20} />}
              loading={releasing === 'all'}
              onClick={() => release('all')}
            >
              {say.text(isWaitingOnly ? 'printing.releaseNow' : 'printing.releaseAll')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconTrash aria-hidden size={20} />}
              onClick={() => drop('all')}
            >
              {say.text('printing.dropAll')}
            </Button>
          </div>
          <p>{say.text('printing.queueHow')}</p>
        </>
      )}
    </section>
  );
}

interface JobProps {
  readonly job: QueuedJob;
  readonly offsetMinutes: OffsetMinutes;
  readonly isReleasing: boolean;
  readonly onRelease: () => void;
  readonly onDrop: () => void;
}

function Job({ job, offsetMinutes, isReleasing, onRelease, onDrop }: JobProps) {
  const say = useText();
  const name = nameOf(job, say);
  const facts = [
    say.text('printing.jobSince', { stamp: localStamp(job.queuedAtMs, offsetMinutes) }),
    ...(job.tries > 1 ? [say.text('printing.jobTries', { count: job.tries })] : []),
  ];
  return (
    <li data-state={job.state}>
      <div>
        <strong>{name}</strong>
        <span className={styles.state}>{say.text(`printing.job.${job.state}`)}</span>
        {job.state !== 'pending' && job.reason !== null && (
          <p>{say.text(`printing.reason.${job.reason}`)}</p>
        )}
        <p className={styles.facts}>{facts.join(' · ')}</p>
      </div>
      <JobButton
        label={say.text('printing.releaseJob', { job: name })}
        title={say.text(job.state === 'pending' ? 'printing.releaseNow' : 'printing.release')}
        icon={IconPrinter}
        isAtWork={isReleasing}
        onClick={onRelease}
      />
      <JobButton
        label={say.text('printing.dropJob', { job: name })}
        title={say.text('printing.drop')}
        icon={IconTrash}
        onClick={onDrop}
      />
    </li>
  );
}

interface JobButtonProps {
  /** With the job's name, for who hears it. */
  readonly label: string;
  readonly title: string;
  readonly icon: Icon;
  readonly isAtWork?: boolean;
  readonly onClick: () => void;
}

function JobButton({ label, title, icon: Picture, isAtWork = false, onClick }: JobButtonProps) {
  return (
    <ActionIcon
      variant="default"
      size={44}
      aria-label={label}
      title={title}
      loading={isAtWork}
      onClick={onClick}
    >
      <Picture aria-hidden size={20} />
    </ActionIcon>
  );
}

/** Paper that is perhaps printed is called by what it was, though its next sheet is a copy. */
function nameOf({ paper, copy, tries }: QueuedJob, say: Say): string {
  if (paper.kind === 'test') return say.text('printing.jobTest');
  const { kind, number } = paper;
  const isCopy = copy && tries === 0;
  if (kind === 'z') return say.text(isCopy ? 'printing.jobZCopy' : 'printing.jobZ', { number });
  return say.text(isCopy ? 'printing.jobCopy' : 'printing.jobReceipt', { number });
}
