import { Button } from '@mantine/core';
import { useText } from '../../ui/use-text.ts';
import styles from './Down.module.css';
import { useTemplate, useTemplates } from './use-down.ts';

interface TemplatesProps {
  /** Opens the page of products. */
  readonly onCatalog: () => void;
}

/** Products and prices that the mall offers; nothing where it offers none. */
export function Templates({ onCatalog }: TemplatesProps) {
  const say = useText();
  const templates = useTemplates();
  const take = useTemplate(onCatalog);
  if (templates.length === 0) return null;
  const title = say.text('down.templates');
  return (
    <section className={styles.card} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.soft}>{say.text('down.templatesHow')}</p>
      <ul className={styles.list}>
        {templates.map(({ id, name }) => (
          <li key={id} className={styles.entry}>
            <div className={styles.line}>
              <h3>{name}</h3>
              <Button
                variant="default"
                aria-label={say.text('down.templateUseOf', { name })}
                onClick={() => take(id)}
              >
                {say.text('down.templateUse')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
