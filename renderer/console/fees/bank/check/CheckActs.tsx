import { Button, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reconciliation } from '../../../../../domain/fees/bank/reconciliation.ts';
import { checkSheet } from '../../../../../domain/console/bank/check-sheet.ts';
import { downloadBlob } from '../../../../ui/download.ts';
import { useActId } from '../../../../ui/use-act-id.ts';
import { useText } from '../../../../ui/use-text.ts';
import { hub, hubQuery } from '../../../hub-client.ts';
import { usePlaces } from '../../../notices/use-notices.ts';
import { failureWords } from '../../../system/failure-words.ts';
import { refuseBlank } from '../../../system/refuse-blank.ts';
import { useAct } from '../../../system/use-act.ts';
import { issuerOf } from '../../papers/paper-of.ts';
import styles from './CheckActs.module.css';

const NAME_MAX = 60;

/** Signs a reconciliation off, as it was seen, and saves it as a paper. */
export function CheckActs({ check }: { readonly check: Reconciliation }) {
  const say = useText();
  const client = useQueryClient();
  const ids = useActId();
  const [name, setName] = useState('');
  const { account, date, bankSen, book } = check;
  const { reconciliation, signOffs } = hubQuery.bank;
  const sign = useAct(
    hubQuery.bank.signOff.mutationOptions({
      onSuccess: () => {
        ids.done();
        setName('');
      },
      // Other sums than were seen are shown as well as what was signed.
      onSettled: async () => {
        await client.invalidateQueries({ queryKey: reconciliation.key() });
        await client.invalidateQueries({ queryKey: signOffs.key() });
      },
    }),
  );
  const save = useSavePaper(check);
  const failure = sign.error ?? save.error;
  if (bankSen === null) return null;
  return (
    <form
      className={styles.sign}
      onSubmit={(event) => {
        event.preventDefault();
        const seen = { account, date, bankSen, book, name };
        sign.mutate({ id: ids.of(seen), ...seen });
      }}
    >
      <TextInput
        required
        className={styles.name ?? ''}
        label={say.text('console.bank.check.signName')}
        maxLength={NAME_MAX}
        autoComplete="name"
        value={name}
        onChange={({ currentTarget }) => {
          refuseBlank(currentTarget, say.text('console.blank'));
          setName(currentTarget.value);
        }}
      />
      <Button type="submit" loading={sign.isPending}>
        {say.text('console.bank.check.sign')}
      </Button>
      <Button
        variant="default"
        loading={save.isPending}
        leftSection={<IconDownload aria-hidden size={18} />}
        onClick={() => save.mutate()}
      >
        {say.text('console.bank.check.print')}
      </Button>
      {failure && (
        <p role="alert" className={styles.failure}>
          {failureWords(failure, say)}
        </p>
      )}
    </form>
  );
}

/** Saves a reconciliation as a PDF. */
function useSavePaper(check: Reconciliation) {
  const say = useText();
  const { data: places } = usePlaces();
  return useAct<void, void>({
    mutationFn: async () => {
      const mall = places?.malls.find(({ code }) => code === check.mall)?.name ?? check.mall;
      const issuer = issuerOf(mall, await hub.fees.issuer({ mall: check.mall }), say);
      const sheet = checkSheet(check, issuer, say);
      // Large, and seldom needed: loaded the first time.
      const { paperPdf } = await import('../../../../ui/pdf/paper-pdf.ts');
      downloadBlob(`${sheet.file}.pdf`, await paperPdf(sheet, say));
    },
  });
}
