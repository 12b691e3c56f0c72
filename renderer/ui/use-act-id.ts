import { useRef } from 'react';

/**
 * Ids of acts, made by this page: the same content has the same one, so that an act whose answer
 * was lost is not done twice. Another content, or one that was done, has another.
 */
export interface ActId {
  of(content: unknown): string;
  /** It was done: the next one is another act, though it may be the same again. */
  done(): void;
}

/** The ids of the acts that a sheet makes. */
export function useActId(): ActId {
  const last = useRef({ key: '', id: '' });
  return {
    of: (content) => {
      const key = JSON.stringify(content);
      if (last.current.key !== key) last.current = { key, id: newActId() };
      return last.current.id;
    },
    done: () => {
      last.current = { key: '', id: '' };
    },
  };
}

/** Ids of acts of forms that were sent and of which no answer came, by form and content. */
const unanswered = new Map<string, string>();

/**
 * The ids of the acts that a form makes. While no answer has come to the first it has the same one,
 * whatever is changed in the form meanwhile, and so has the same content in the same form opened
 * anew: what was done is told then, or that it was done with what was sent first; not done twice.
 * @param form which form, and of what where its content does not say
 */
export function useFormId(form: string): Pick<ActId, 'of'> {
  const last = useRef('');
  return {
    of: (content) => {
      const key = `${form} ${JSON.stringify(content)}`;
      const isWaiting = [...unanswered.values()].includes(last.current);
      const id = (isWaiting ? last.current : unanswered.get(key)) ?? newActId();
      unanswered.set(key, id);
      last.current = id;
      return id;
    },
  };
}

/** An act of a form was done, or refused: the next one is another. */
export function answered(id: string): void {
  for (const [key, one] of unanswered) if (one === id) unanswered.delete(key);
}

/** The ids of acts of which several are on their way at once. */
export function useActIds(): { of(content: unknown): string; done(content: unknown): void } {
  const ids = useRef(new Map<string, string>());
  return {
    of: (content) => {
      const key = JSON.stringify(content);
      const id = ids.current.get(key) ?? newActId();
      ids.current.set(key, id);
      return id;
    },
    done: (content) => void ids.current.delete(JSON.stringify(content)),
  };
}

/** A UUID. Not of `crypto.randomUUID`: that is missing without https. Source: RFC 9562 §5.4 */
function newActId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const [version, variant] = [`4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${version}-${variant}-${hex.slice(20)}`;
}
