import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { useText } from '../../ui/use-text.ts';
import { addressOf, openRoute } from '../route.ts';
import { type FeesRoute, feesTabs } from './fees-route.ts';
import styles from './FeeTabs.module.css';
import { usePageKeys } from '../system/use-page-keys.ts';

interface FeeTabsProps {
  readonly route: FeesRoute;
  /** What stands beside them. */
  readonly children: ReactNode;
}

/** The pages of fees side by side; the figures 1 to 9 open them. */
export function FeeTabs({ route, children }: FeeTabsProps) {
  const say = useText();
  const here = useRef<HTMLAnchorElement>(null);
  const { mall, period } = route;
  const to = feesTabs.map((tab): FeesRoute => {
    return { page: 'fees', mall, tab, period, stall: '', only: '', text: '' };
  });
  usePageKeys(Object.fromEntries(to.map((page, at) => [String(at + 1), () => openRoute(page)])));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each tab that opens comes into sight
  useLayoutEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [route.tab]);
  return (
    <div className={styles.head}>
      <nav className={styles.tabs} aria-label={say.text('console.fees.tabs')}>
        {to.map((page, at) => {
          const isHere = page.tab === route.tab;
          return (
            <a
              key={page.tab}
              ref={isHere ? here : undefined}
              href={addressOf(page)}
              aria-current={isHere ? 'page' : undefined}
              aria-keyshortcuts={String(at + 1)}
            >
              {say.text(`console.fees.tab.${page.tab}`)}
            </a>
          );
        })}
      </nav>
      {children && (
        <section className={styles.beside} aria-label={say.text('console.fees.mall')}>
          {children}
        </section>
      )}
    </div>
  );
}
