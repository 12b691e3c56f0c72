import { useState } from 'react';
import { formatCode } from '../../domain/enrolment/code.ts';
import { isKuitansiLike } from '../../domain/fees/kuitansi-code.ts';
import { speak } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { QrPicture } from '../ui/QrPicture.tsx';
import { useText } from '../ui/use-text.ts';
import styles from './CheckPage.module.css';
import { type HubOfPage, hubOfPage } from './hub-key.ts';
import { showCode, useVerdict } from './use-verdict.ts';
import { Verdict } from './Verdict.tsx';

/** A kuitansi's code, checked with the key that this page brought. */
export function CheckPage() {
  const say = useText();
  const [hub] = useState(hubOfPage);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1>{say.text('kuitansi.page')}</h1>
        <LanguageSwitch onLanguage={speak} />
      </header>
      <main className={styles.main}>
        {hub ? <Checked hub={hub} /> : <p role="alert">{say.text('kuitansi.noKey')}</p>}
      </main>
    </div>
  );
}

/** Why a picture led to nothing. */
type PictureFault = 'photoNone' | 'photoOther';

function Checked({ hub }: { readonly hub: HubOfPage }) {
  const say = useText();
  const verdict = useVerdict(hub);
  const [fault, setFault] = useState<PictureFault | null>(null);
  const take = (text: string | undefined): void => {
    const isOne = text !== undefined && isKuitansiLike(text);
    setFault(text === undefined ? 'photoNone' : isOne ? null : 'photoOther');
    if (isOne) showCode(text);
  };
  const isBegin = verdict.kind === 'none';
  return (
    <>
      <div>
        <Verdict verdict={verdict} />
        {isBegin && (
          <div className={styles.begin}>
            <h2>{say.text('kuitansi.begin')}</h2>
            <p>{say.text('kuitansi.beginHow')}</p>
          </div>
        )}
      </div>
      <QrPicture
        label={say.text(isBegin ? 'kuitansi.photo' : 'kuitansi.another')}
        failure={fault === null ? '' : say.text(`kuitansi.${fault}`)}
        onRead={take}
      />
      <footer className={styles.foot}>
        <p>{say.text('kuitansi.by', { hub: hub.name })}</p>
        <dl>
          <dt>{say.text('kuitansi.key')}</dt>
          <dd>{formatCode(hub.keyName)}</dd>
          <dt>{say.text('kuitansi.wholeKey')}</dt>
          <dd className={styles.hex}>{hub.hex}</dd>
        </dl>
        <p>{say.text('kuitansi.address', { host: location.host })}</p>
      </footer>
    </>
  );
}
