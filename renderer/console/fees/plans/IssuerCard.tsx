import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ChangeEvent, useState } from 'react';
import type { MallIssuer } from '../../../../domain/fees/manage/issuer-calls.ts';
import { useText } from '../../../ui/use-text.ts';
import { hub, hubQuery } from '../../hub-client.ts';
import card from '../../system/card.module.css';
import { Read } from '../../system/Read.tsx';
import { ActForm } from '../ActForm.tsx';
import { useFeeAct } from '../use-fees.ts';
import styles from './plans.module.css';

/** Who writes the papers of a mall: what stands above and below them. */
export function IssuerCard({ mall }: { readonly mall: string }) {
  const say = useText();
  const kept = useQuery(hubQuery.fees.issuer.queryOptions({ input: { mall } }));
  return (
    <section className={card.card}>
      <div className={styles.head}>
        <h2>{say.text('console.fees.issuer.title')}</h2>
      </div>
      <div className={styles.row}>
        <p>{say.text('console.fees.issuer.how')}</p>
        <Read of={kept}>{(before) => <IssuerForm mall={mall} before={before} />}</Read>
      </div>
    </section>
  );
}

interface IssuerFormProps {
  readonly mall: string;
  readonly before: MallIssuer;
}

function IssuerForm({ mall, before }: IssuerFormProps) {
  const say = useText();
  const set = useFeeAct(hub.fees.setIssuer);
  const [issuer, setIssuer] = useState(before);
  const field = (name: keyof MallIssuer, lengthMax: number) => ({
    label: say.text(`console.fees.issuer.${name}`),
    autoComplete: 'off',
    maxLength: lengthMax,
    value: issuer[name],
    onChange: ({ currentTarget: { value } }: ChangeEvent<HTMLInputElement>) => {
      set.reset();
      setIssuer({ ...issuer, [name]: value });
    },
  });
  return (
    <ActForm
      act={set}
      button={say.text('console.fees.issuer.save')}
      onSend={() => set.mutate({ mall, ...issuer }, { onSuccess: setIssuer })}
    >
      <TextInput {...field('address', 120)} />
      <div className={styles.pair}>
        <TextInput {...field('telephone', 40)} />
        <TextInput
          {...field('place', 60)}
          description={say.text('console.fees.issuer.placeHow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
        <TextInput
          {...field('signer', 60)}
          description={say.text('console.fees.issuer.signerHow')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
        />
      </div>
      {set.isSuccess && <p role="status">{say.text('console.fees.issuer.saved')}</p>}
    </ActForm>
  );
}
