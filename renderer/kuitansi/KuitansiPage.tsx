import { useMemo } from 'react';
import { checkKuitansi } from '../../domain/fees/check-kuitansi.ts';
import { isKuitansiLike } from '../../domain/fees/kuitansi-code.ts';
import { CheckFrame, CheckPage, type CheckWords } from '../ui/check/CheckFrame.tsx';
import { isSigned, useCodeOfPage } from '../ui/check/code-of-page.ts';
import type { HubOfPage } from '../ui/check/hub-key.ts';
import { type Say, useText } from '../ui/use-text.ts';
import { Verdict } from './Verdict.tsx';

/** A kuitansi's code, checked with the key that this page brought. */
export function KuitansiPage() {
  const say = useText();
  return <CheckPage title={say.text('kuitansi.page')}>{(hub) => <Checked hub={hub} />}</CheckPage>;
}

function Checked({ hub }: { readonly hub: HubOfPage }) {
  const say = useText();
  const code = useCodeOfPage();
  const verdict = useMemo(() => checkKuitansi(code, hub, isSigned), [code, hub]);
  const isBegin = verdict.kind === 'none';
  return (
    <CheckFrame words={wordsOf(say)} isCode={isKuitansiLike} isBegin={isBegin} hub={hub}>
      <Verdict verdict={verdict} />
    </CheckFrame>
  );
}

function wordsOf(say: Say): CheckWords {
  return {
    begin: say.text('kuitansi.begin'),
    beginHow: say.text('kuitansi.beginHow'),
    photo: say.text('kuitansi.photo'),
    another: say.text('kuitansi.another'),
    photoOther: say.text('kuitansi.photoOther'),
    by: (hub) => say.text('kuitansi.by', { hub }),
  };
}
