import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { organisationExamples } from '../../../domain/organisation/examples.ts';
import { type OrganisationKind, organisationKinds } from '../../../domain/organisation/rows.ts';
import { download } from '../../ui/download.ts';
import { useText } from '../../ui/use-text.ts';
import { hub } from '../hub-client.ts';
import card from '../system/card.module.css';
import { failureWords } from '../system/failure-words.ts';
import styles from './Files.module.css';

const BYTE_ORDER_MARK = '\uFEFF';

/** What there is of each kind, as a file; and an example of it to fill in. */
export function Files() {
  const say = useText();
  const save = useMutation({
    mutationFn: async (kind: OrganisationKind) => {
      const { content } = await hub.organisation.export({ kind });
      download(`${say.text(`organisation.kind.${kind}`)}.csv`, [content]);
    },
  });
  return (
    <section className={card.card} aria-label={say.text('console.org.files')}>
      <div className={styles.head}>
        <h2>{say.text('console.org.files')}</h2>
        <p>{say.text('console.org.filesHow')}</p>
        {save.error && <p role="alert">{failureWords(save.error, say)}</p>}
      </div>
      <ul className={card.list}>
        {organisationKinds.map((kind) => {
          const name = say.text(`organisation.kind.${kind}`);
          return (
            <li key={kind} className={styles.row}>
              <strong>{name}</strong>
              <Button
                variant="subtle"
                aria-label={say.text('console.org.exampleOf', { kind: name })}
                onClick={() => {
                  const file = say.text('console.org.exampleFile', { kind: name });
                  download(file, [BYTE_ORDER_MARK, organisationExamples[kind]]);
                }}
              >
                {say.text('console.org.example')}
              </Button>
              <Button
                variant="default"
                loading={save.isPending && save.variables === kind}
                aria-label={say.text('console.org.exportOf', { kind: name })}
                onClick={() => save.mutate(kind)}
              >
                {say.text('console.org.export')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
