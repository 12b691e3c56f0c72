import { type ReactNode, Suspense, useEffect, useRef } from 'react';

/**
 * A part of a sheet whose files may come after the sheet has opened. What is marked
 * `data-autofocus` in it has the focus then: the sheet itself looks for it only once.
 */
export function Late({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense fallback={null}>
      <Focused>{children}</Focused>
    </Suspense>
  );
}

function Focused({ children }: { readonly children: ReactNode }) {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    part.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, []);
  return (
    <div ref={part} style={{ display: 'contents' }}>
      {children}
    </div>
  );
}
