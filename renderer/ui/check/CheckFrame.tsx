import { type ReactNode, useState } from 'react';
import { formatCode } from '../../../domain/enrolment/code.ts';
import { speak } from '../language.ts';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { QrPicture } from '../QrPicture.tsx';
import { useText } from '../use-text.ts';
import styles from './CheckFrame.module.css';
import { showCode } from './code-of-page.ts';
import { type HubOfPage, hubOfPage } from './hub-key.ts';

/** What one kind of paper is called in its page. */
export interface CheckWords {
  /** Where there is no code yet: what to do, and how. */
  readonly begin: string;
  readonly beginHow: string;
  readonly photo: string;
  readonly another: string;
  /** The picture has another QR. */
  readonly photoOther: string;
  /** By whose key it is checked. */
  readonly by: (hub: string) => string;
}

interface CheckFrameProps {
  readonly words: CheckWords;
  /** Whether a text means to be a code of this kind. */
  readonly isCode: (text: string) => boolean;
  /** Nothing is to be said yet: there is no code. */
  readonly isBegin: boolean;
  readonly hub: HubOfPage;
  /** The verdict. */
  readonly children: ReactNode;
  /** More that stands at its foot. */
  readonly foot?: ReactNode;
}

interface CheckPageProps {
  readonly title: string;
  /** What is checked with the key that this page brought. */
  readonly children: (hub: HubOfPage) => ReactNode;
}

/** A page that checks codes, under its title. */
export function CheckPage({ title, children }: CheckPageProps) {
  const say = useText();
  const [hub] = useState(hubOfPage);
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <h1>{title}</h1>
        <LanguageSwitch onLanguage={speak} />
      </header>
      <main className={styles.main}>
        {hub ? children(hub) : <p role="alert">{say.text('check.noKey')}</p>}
      </main>
    </div>
  );
}

/** Why a picture led to nothing. */
type PictureFault = 'none' | 'other';

/** The verdict, another code by a photo, and by which key it was checked. */
export function CheckFrame({ words, isCode, isBegin, hub, children, foot }: CheckFrameProps) {
  const say = useText();
  const [fault, setFault] = useState<PictureFault | null>(null);
  const failures = { none: say.text('check.photoNone'), other: words.photoOther };
  const take = (text: string | undefined): void => {
    const isOne = text !== undefined && isCode(text);
    setFault(text === undefined ? 'none' : isOne ? null : 'other');
    if (isOne) showCode(text);
  };
  return (
    <>
      <div>
        {children}
        {isBegin && (
          <div className={styles.begin}>
            <h2>{words.begin}</h2>
            <p>{words.beginHow}</p>
          </div>
        )}
      </div>
      <QrPicture
        label={isBegin ? words.photo : words.another}
        failure={fault === null ? '' : failures[fault]}
        onRead={take}
      />
      <footer className={styles.foot}>
        <p>{words.by(hub.name)}</p>
        <dl>
          <dt>{say.text('check.key')}</dt>
          <dd>{formatCode(hub.keyName)}</dd>
          <dt>{say.text('check.wholeKey')}</dt>
          <dd className={styles.hex}>{hub.hex}</dd>
        </dl>
        {foot}
        <p>{say.text('check.address', { host: location.host })}</p>
      </footer>
    </>
  );
}
