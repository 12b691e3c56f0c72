import { NativeSelect, TextInput } from '@mantine/core';
import type { Addressee } from '../../../domain/down/addressee.ts';
import { useText } from '../../ui/use-text.ts';
import { Choices } from '../system/Choices.tsx';
import { usePlaces } from './use-notices.ts';

/** Of a form that begins. */
export const everybody: Addressee = { kind: 'everybody' };

const kinds = ['everybody', 'region', 'mall', 'stall'] as const;

interface ChooseToProps {
  readonly to: Addressee;
  readonly onTo: (to: Addressee) => void;
}

/** Whom something is told: every till, or those of a region, of a mall, of a stall. */
export function ChooseTo({ to, onTo }: ChooseToProps) {
  const say = useText();
  const { data } = usePlaces();
  const places = { region: data?.regions ?? [], mall: data?.malls ?? [] };
  return (
    <div>
      <Choices
        label={say.text('notices.to')}
        choices={kinds.map((value) => ({ value, text: say.text(`notices.to.${value}`) }))}
        chosen={to.kind}
        onChoose={(kind) => {
          if (kind === 'everybody') onTo(everybody);
          else onTo({ kind, of: kind === 'stall' ? '' : (places[kind][0]?.code ?? '') });
        }}
      />
      {(to.kind === 'region' || to.kind === 'mall') && (
        <NativeSelect
          required
          label={say.text(`notices.which.${to.kind}`)}
          data={places[to.kind].map(({ code, name }) => ({ value: code, label: name }))}
          value={to.of}
          onChange={(event) => onTo({ ...to, of: event.currentTarget.value })}
        />
      )}
      {to.kind === 'stall' && (
        <TextInput
          required
          label={say.text('notices.which.stall')}
          placeholder="TC-A12"
          autoComplete="off"
          spellCheck={false}
          maxLength={32}
          value={to.of}
          onChange={(event) => onTo({ ...to, of: event.currentTarget.value.trim() })}
        />
      )}
    </div>
  );
}
