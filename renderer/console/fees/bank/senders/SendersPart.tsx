import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { IconSearch, IconUserQuestion } from '@tabler/icons-react';
import type { Sender } from '../../../../../domain/fees/bank/check-contract.ts';
import { EmptyState } from '../../../../ui/EmptyState.tsx';
import { useText } from '../../../../ui/use-text.ts';
import { hubQuery } from '../../../hub-client.ts';
import card from '../../../system/card.module.css';
import { More } from '../../../system/More.tsx';
import { Read } from '../../../system/Read.tsx';
import { useAct } from '../../../system/use-act.ts';
import { ForgetButton } from '../ForgetButton.tsx';
import { useSenders } from '../use-bank.ts';
import styles from './SendersPart.module.css';

const TYPING_MS = 200;

interface SendersPartProps {
  readonly mall: string;
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Who paid for which stall before, as the bank names them; each can be forgotten. */
export function SendersPart({ mall, text, onText }: SendersPartProps) {
  const say = useText();
  const [typed] = useDebouncedValue(text, TYPING_MS);
  const list = useSenders(mall, typed);
  return (
    <>
      <p className={card.soft}>{say.text('console.bank.senders.how')}</p>
      <TextInput
        type="search"
        mb="var(--gap)"
        aria-label={say.text('console.bank.senders.search')}
        placeholder={say.text('console.bank.senders.searchHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={text}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      <Read of={list}>
        {({ pages }) => {
          const senders = pages.flatMap((page) => page.senders);
          return (
            <section className={card.card}>
              {senders.length === 0 ? (
                <EmptyState Icon={IconUserQuestion} title={say.text('console.bank.senders.none')}>
                  {say.text(
                    typed === ''
                      ? 'console.bank.senders.noneHow'
                      : 'console.bank.senders.noMatchHow',
                  )}
                </EmptyState>
              ) : (
                <ul className={card.list} aria-label={say.text('console.bank.senders.list')}>
                  {senders.map((sender) => (
                    <li key={`${sender.sender} ${sender.stall}`}>
                      <SenderRow mall={mall} sender={sender} />
                    </li>
                  ))}
                </ul>
              )}
              <More of={list} />
            </section>
          );
        }}
      </Read>
    </>
  );
}

function SenderRow({ mall, sender: of }: { readonly mall: string; readonly sender: Sender }) {
  const say = useText();
  const client = useQueryClient();
  const { sender, stall, name, times } = of;
  const forget = useAct(
    hubQuery.bank.forgetSender.mutationOptions({
      onSuccess: () => client.invalidateQueries({ queryKey: hubQuery.bank.senders.key() }),
    }),
  );
  return (
    <div className={styles.row}>
      <span className={styles.who}>
        <strong>{sender}</strong>
        <span className={card.soft}>
          {stall} {name}
        </span>
      </span>
      <span className={card.soft}>{say.text('console.bank.senders.times', { count: times })}</span>
      <ForgetButton
        act={forget}
        text={say.text('console.bank.senders.forget')}
        label={say.text('console.bank.senders.forgetOf', { sender, stall })}
        question={say.text('console.bank.senders.forgetAsk', { sender, stall })}
        keep={say.text('console.bank.senders.keep')}
        onForget={() => forget.mutate({ mall, sender, stall })}
      >
        {say.text('console.bank.senders.forgetHow')}
      </ForgetButton>
    </div>
  );
}
