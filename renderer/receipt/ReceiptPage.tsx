import { useMemo } from 'react';
import { checkReceipt } from '../../domain/journal/check-receipt.ts';
import { isReceiptLike } from '../../domain/journal/receipt-link.ts';
import { CheckFrame, CheckPage, type CheckWords } from '../ui/check/CheckFrame.tsx';
import { isSigned, useCodeOfPage } from '../ui/check/code-of-page.ts';
import type { HubOfPage } from '../ui/check/hub-key.ts';
import { type Say, useText } from '../ui/use-text.ts';
import { useKeyLists } from './use-key-lists.ts';
import { Verdict } from './Verdict.tsx';

const utf8 = new TextEncoder();
const crypto = { isSigned, encode: (text: string) => utf8.encode(text) };

/** A receipt's code, checked with the keys of the tills that the hub signed. */
export function ReceiptPage() {
  const say = useText();
  return (
    <CheckPage title={say.text('receiptPage.title')}>{(hub) => <Checked hub={hub} />}</CheckPage>
  );
}

function Checked({ hub }: { readonly hub: HubOfPage }) {
  const say = useText();
  const code = useCodeOfPage();
  const lists = useKeyLists();
  const verdict = useMemo(
    () =>
      lists === undefined
        ? undefined
        : checkReceipt(code, { hubKey: hub.publicKey, lists }, crypto),
    [code, hub, lists],
  );
  const isBegin = verdict?.kind === 'none';
  const stalls = lists && <p>{say.text('receiptPage.stalls', { count: lists.length })}</p>;
  return (
    <CheckFrame
      words={wordsOf(say)}
      isCode={isReceiptLike}
      isBegin={isBegin}
      hub={hub}
      foot={stalls}
    >
      <Verdict verdict={verdict} />
    </CheckFrame>
  );
}

function wordsOf(say: Say): CheckWords {
  return {
    begin: say.text('receiptPage.begin'),
    beginHow: say.text('receiptPage.beginHow'),
    photo: say.text('receiptPage.photo'),
    another: say.text('receiptPage.another'),
    photoOther: say.text('receiptPage.photoOther'),
    by: (hub) => say.text('receiptPage.by', { hub }),
  };
}
