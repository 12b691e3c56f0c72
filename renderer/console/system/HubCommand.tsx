import { useText } from '../../ui/use-text.ts';
import card from './card.module.css';
import { Command } from './Command.tsx';

/**
 * A command of the hub, and that it is for the same folder: which one it is is told to nobody here,
 * since this is shown to who is not signed in too.
 */
export function HubCommand({ children }: { readonly children: string }) {
  const say = useText();
  return (
    <>
      <Command>{`npm run hub -- ${children}`}</Command>
      <p className={card.soft}>{say.text('console.sameData')}</p>
    </>
  );
}
