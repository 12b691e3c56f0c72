import { Ask, type AskProps } from '../../ui/Ask.tsx';
import { useBackCloses } from './use-back-closes.ts';

/** Asks once before something is lost; going back is the answer that changes nothing. */
export function Question(props: AskProps) {
  const { isOpen, onKeep } = props;
  useBackCloses(isOpen, () => onKeep());
  return <Ask {...props} />;
}
