import { Checkbox, NativeSelect } from '@mantine/core';
import { encodings, separators } from '../../../../../domain/fees/bank/profile.ts';
import type { Layout } from '../../../../../domain/fees/bank/teach/layout.ts';
import { cellText, type GridLine } from '../../../../../domain/tables/grid.ts';
import { useText } from '../../../../ui/use-text.ts';
import styles from './TeachPage.module.css';
import type { Sample, Written } from './use-sample.ts';

/** Lines among which the titles may be. */
const TITLES_WITHIN = 40;

interface TitleFieldsProps {
  readonly lines: readonly GridLine[];
  readonly layout: Layout;
  readonly onGuess: (given: Partial<Pick<Layout, 'kind' | 'titlesAt'>>) => void;
}

/** What kind of file it is, and in which of its lines the titles stand. */
export function TitleFields({ lines, layout, onGuess }: TitleFieldsProps) {
  const say = useText();
  const { kind, titlesAt } = layout;
  return (
    <div className={styles.fields}>
      <NativeSelect
        label={say.text('console.teach.kind')}
        data={(['statement', 'settlement'] as const).map((value) => ({
          value,
          label: say.text(`console.teach.kind.${value}`),
        }))}
        value={kind}
        onChange={({ currentTarget: { value } }) =>
          onGuess({ kind: value === 'settlement' ? value : 'statement' })
        }
      />
      <NativeSelect
        label={say.text('console.teach.titlesAt')}
        data={[
          ...(titlesAt === null
            ? [{ value: '', label: say.text('console.teach.titlesAtNone') }]
            : []),
          ...lines.slice(0, TITLES_WITHIN).map(({ row, cells }, at) => ({
            value: String(at),
            label: `${row}. ${lineWords(cells.map(cellText))}`,
          })),
        ]}
        value={titlesAt === null ? '' : String(titlesAt)}
        onChange={({ currentTarget: { value } }) => {
          if (value !== '') onGuess({ titlesAt: Number(value) });
        }}
      />
    </div>
  );
}

function lineWords(cells: readonly string[]): string {
  const words = cells.filter((cell) => cell !== '').join(' · ');
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

interface MessyChoicesProps {
  readonly sample: Sample;
  readonly layout: Layout;
  readonly isBusy: boolean;
  readonly onLayout: (layout: Layout) => void;
  readonly onWritten: (written: Written) => void;
}

const separatorNames = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;

/** What is asked only of a file whose table came out wrong. */
export function MessyChoices(props: MessyChoicesProps) {
  const { sample, layout, isBusy, onLayout, onWritten } = props;
  const say = useText();
  const { written, file } = sample;
  const isText = !/\.xlsx?$/i.test(file.name);
  return (
    <details className={styles.messy}>
      <summary>{say.text('console.teach.messy')}</summary>
      {isText && (
        <div className={styles.fields}>
          <NativeSelect
            label={say.text('console.teach.separator')}
            disabled={isBusy}
            data={[
              { value: 'auto', label: say.text('console.teach.separator.auto') },
              ...separators.map((value) => ({
                value,
                label: say.text(`console.teach.separator.${separatorNames[value]}`),
              })),
            ]}
            value={written.separator}
            onChange={({ currentTarget: { value } }) => {
              const separator = separators.find((one) => one === value) ?? 'auto';
              onWritten({ ...written, separator });
            }}
          />
          <NativeSelect
            label={say.text('console.teach.encoding')}
            disabled={isBusy}
            data={encodings.map((value) => ({
              value,
              label: say.text(`console.teach.encoding.${value}`),
            }))}
            value={written.encoding}
            onChange={({ currentTarget: { value } }) => {
              const encoding = encodings.find((one) => one === value) ?? 'auto';
              onWritten({ ...written, encoding });
            }}
          />
        </div>
      )}
      <Checkbox
        label={say.text('console.teach.isInSen')}
        checked={layout.isInSen}
        onChange={({ currentTarget }) => onLayout({ ...layout, isInSen: currentTarget.checked })}
      />
      {isText && (
        <Checkbox
          label={say.text('console.teach.hasBareText')}
          checked={layout.hasBareText}
          onChange={({ currentTarget }) =>
            onLayout({ ...layout, hasBareText: currentTarget.checked })
          }
        />
      )}
    </details>
  );
}
