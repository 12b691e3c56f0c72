import { IconPlugConnectedX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { notKept } from '../../../domain/sales/not-kept.ts';
import { useText } from '../../ui/use-text.ts';
import { useRegister } from '../sales/register-store.ts';
import styles from './LostConnection.module.css';

/**
 * Over a page whose till was started anew: nothing of it can be touched any more, but the cart and
 * the change stay to be read, and it is said what of the cart the till never got.
 */
export function EndedWindow() {
  const say = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  const cart = useRegister((state) => state.cart);
  const kept = useRegister((state) => state.kept);
  const scans = useRegister((state) => state.scans);
  const isSending = useRegister(({ phase }) => phase.kind === 'paying' && phase.order !== null);
  // Above all that lies over the page, which is inert below it.
  useEffect(() => dialog.current?.showModal(), []);
  const missing = notKept({ cart, kept, scans });
  return (
    <dialog ref={dialog} className={styles.ended} aria-labelledby="ended" aria-modal>
      <IconPlugConnectedX aria-hidden />
      <div>
        <h2 id="ended">{say.text('screen.ended')}</h2>
        <p>{say.text('screen.endedHow')}</p>
        {isSending && <p>{say.text('screen.endedPaying')}</p>}
        {missing.length === 0 && cart.lines.length > 0 && !isSending && (
          <p>{say.text('screen.endedCart')}</p>
        )}
        {missing.length > 0 && (
          <>
            <p>{say.text('screen.endedMissing')}</p>
            <ul>
              {missing.map(({ name, unit, hereMilli, thereMilli }) => {
                const here = `${say.quantity(hereMilli)} ${unit}`.trimEnd();
                const there = say.quantity(thereMilli);
                return (
                  <li key={`${name} ${unit}`}>
                    {say.text('screen.endedLine', { name, here, there })}
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </div>
    </dialog>
  );
}
