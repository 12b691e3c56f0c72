import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconDownload, IconLock, IconLockOpen } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { periodWords } from '../../../../domain/fees/papers/paper-words.ts';
import { downloadBlob } from '../../../ui/download.ts';
import { useText } from '../../../ui/use-text.ts';
import { every, hub, hubQuery } from '../../hub-client.ts';
import { failureWords } from '../../system/failure-words.ts';
import { PageFrame } from '../../system/PageFrame.tsx';
import { Read } from '../../system/Read.tsx';
import type { FeesRoute } from '../fees-route.ts';
import { REFRESH_MS } from '../use-fees.ts';
import { AccountSums } from './AccountSums.tsx';
import { BookState } from './BookMonths.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { Journal } from './Journal.tsx';

interface BookMonthProps {
  readonly route: FeesRoute;
  readonly mall: string;
  readonly month: string;
}

/** A month of the books: sums by account, its journal, and whether it is closed. */
export function BookMonth({ route, mall, month }: BookMonthProps) {
  const say = useText();
  const [isOpen, setIsOpen] = useState(false);
  const check = useQuery({
    ...hubQuery.matters.checkMonth.queryOptions({ input: { mall, month } }),
    refetchInterval: every(REFRESH_MS),
  });
  const isClosed = check.data?.month.isClosed ?? false;
  const Lock = isClosed ? IconLockOpen : IconLock;
  return (
    <PageFrame
      title={periodWords(month, say)}
      about={check.data && <BookState isClosed={isClosed} />}
      back={{
        to: { ...route, period: null, only: '' },
        text: say.text('console.fees.books.all'),
      }}
      acts={
        check.data && (
          <>
            <ExportMenu mall={mall} month={month} />
            <Button
              variant={isClosed ? 'default' : 'filled'}
              leftSection={<Lock aria-hidden size={20} />}
              onClick={() => setIsOpen(true)}
            >
              {say.text(isClosed ? 'console.fees.books.reopen' : 'console.fees.books.close')}
            </Button>
          </>
        )
      }
    >
      <Read of={check}>
        {({ month: of, findings }) => (
          <>
            <AccountSums mall={mall} month={month} />
            <Journal mall={mall} month={month} />
            <CloseDialog
              month={of}
              findings={findings}
              isOpen={isOpen}
              onClose={() => setIsOpen(false)}
            />
          </>
        )}
      </Read>
    </PageFrame>
  );
}

const types = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

function ExportMenu({ mall, month }: Pick<BookMonthProps, 'mall' | 'month'>) {
  const say = useText();
  const save = useMutation({
    mutationFn: async (form: keyof typeof types) => {
      const { file, bytes } = await hub.matters.exportJournal({ mall, month, form });
      const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      downloadBlob(file, new Blob([content], { type: types[form] }));
    },
  });
  return (
    <>
      {save.error && <p role="alert">{failureWords(save.error, say)}</p>}
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <Button
            variant="default"
            loading={save.isPending}
            leftSection={<IconDownload aria-hidden size={20} />}
            rightSection={<IconChevronDown aria-hidden size={18} />}
          >
            {say.text('console.fees.books.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(['xlsx', 'csv'] as const).map((form) => (
            <Menu.Item key={form} onClick={() => save.mutate(form)}>
              {form.toUpperCase()}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
