import { cellWords } from '../../../domain/fees/papers/paper-words.ts';
import type { PaperBlock, PaperSheet, PaperTable } from '../../../domain/fees/papers/sheet.ts';
import { qrPath } from '../qr-path.ts';
import styles from './PaperView.module.css';

/** A paper on the screen, from the same description as its PDF. */
export function PaperView({ sheet }: { readonly sheet: PaperSheet }) {
  const { issuer, title, titleAt, number, mark, blocks } = sheet;
  return (
    <article className={styles.paper} aria-label={`${title} ${number}`}>
      <header className={styles.head} data-title-at={titleAt}>
        <div>
          <strong>{issuer.name}</strong>
          {issuer.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
        <div className={styles.title}>
          <h2>{title}</h2>
          <p>{number}</p>
        </div>
      </header>
      {mark !== '' && <p className={styles.mark}>{mark}</p>}
      <Blocks blocks={blocks} />
    </article>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly PaperBlock[] }) {
  return blocks.map((block, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a paper never move
    <Block key={at} block={block} />
  ));
}

function Block({ block }: { readonly block: PaperBlock }) {
  switch (block.kind) {
    case 'facts':
      return <Facts heading={block.heading} rows={block.facts} />;
    case 'form':
      return <Facts heading="" rows={block.rows} isForm />;
    case 'text':
      return (
        <p className={styles.text} data-tone={block.tone}>
          {block.text}
        </p>
      );
    case 'sum':
      return (
        <div className={styles.sum}>
          {block.label !== '' && <span>{block.label}</span>}
          <strong data-figure={isFigure(block.text) || undefined}>{block.text}</strong>
          {block.how !== '' && <span>{block.how}</span>}
        </div>
      );
    case 'table':
      return <Table table={block} />;
    case 'qr':
      return <Qr text={block.text} caption={block.caption} />;
    case 'sign':
      return (
        <div className={styles.sign}>
          {block.place !== '' && <p>{block.place}</p>}
          <p>{block.role}</p>
          {block.stamp !== '' && <p className={styles.stamp}>{block.stamp}</p>}
          <strong>{block.name}</strong>
        </div>
      );
    case 'beside':
      return (
        <div className={styles.beside}>
          <div>
            <Blocks blocks={block.left} />
          </div>
          <div>
            <Blocks blocks={block.right} />
          </div>
        </div>
      );
  }
}

interface FactsProps {
  readonly heading: string;
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  readonly isForm?: boolean;
}

function Facts({ heading, rows, isForm = false }: FactsProps) {
  return (
    <section className={styles.facts} data-form={isForm || undefined}>
      {heading !== '' && <h3>{heading}</h3>}
      <dl>
        {rows.map(({ label, text }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a paper never move
          <div key={at}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Table({ table }: { readonly table: PaperTable }) {
  const { heading, columns, rows, sums } = table;
  const cellsOf = (row: (typeof rows)[number]) =>
    columns.map(({ name, isFigure }, at) => (
      <td key={name} data-figure={isFigure}>
        {cellWords(row[at] ?? null)}
      </td>
    ));
  return (
    <section className={styles.list}>
      {heading !== '' && <h3>{heading}</h3>}
      {/* It can be moved sideways by key where it is wider than the screen. */}
      <section
        className={styles.across}
        tabIndex={0}
        aria-label={columns.map(({ name }) => name).join(', ')}
      >
        <table>
          <thead>
            <tr>
              {columns.map(({ name, isFigure }) => (
                <th key={name} scope="col" data-figure={isFigure}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a paper never move
              <tr key={at}>{cellsOf(row)}</tr>
            ))}
          </tbody>
          <tfoot>
            {sums.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the sums of a paper never move
              <tr key={at}>{cellsOf(row)}</tr>
            ))}
          </tfoot>
        </table>
      </section>
    </section>
  );
}

/** Black on white in every colour scheme: not every reader takes a code the other way round. */
function Qr({ text, caption }: { readonly text: string; readonly caption: string }) {
  const { size, path } = qrPath(text);
  return (
    <figure className={styles.qr}>
      <svg role="img" aria-label={caption} viewBox={`-4 -4 ${size + 8} ${size + 8}`}>
        <path d={path} />
      </svg>
      <figcaption>{caption}</figcaption>
    </figure>
  );
}

/** Whether a sum is figures alone, not a sentence: figures are not broken. */
function isFigure(text: string): boolean {
  return !/\p{L}{3}/u.test(text);
}
