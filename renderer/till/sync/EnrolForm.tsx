import { Button, TextInput } from '@mantine/core';
import { type FormErrors, useForm } from '@mantine/form';
import { ORPCError } from '@orpc/client';
import { type ReactNode, useEffect, useRef } from 'react';
import {
  formatCode,
  groupCode,
  parseCode,
  parseInvitation,
} from '../../../domain/enrolment/code.ts';
import { useNotices } from '../../ui/Notice.tsx';
import { Said } from '../../ui/Said.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { till } from '../till-client.ts';
import { CodeField } from './CodeField.tsx';
import styles from './HubScreen.module.css';

/** The till takes fewer; a second scan may come behind the first. */
const HUB_LETTERS_MAX = 300;

interface EnrolDraft {
  /** Where the hub is; for a moment an invitation, until it is taken apart. */
  hub: string;
  code: string;
}

interface EnrolFormProps {
  /** Of a form that is opened beside what is there; none of one that is all there is. */
  readonly onEnd?: () => void;
}

/** Gives this till to a stall: an invitation that is scanned or pasted fills both of its fields. */
export function EnrolForm({ onEnd }: EnrolFormProps) {
  const say = useText();
  const notices = useNotices();
  const first = useRef<HTMLInputElement>(null);
  const form = useForm<EnrolDraft>({ initialValues: { hub: '', code: '' }, validate: faultsOf });
  useEffect(() => {
    // After the page has given the focus to the screen: a scanner types where the focus is.
    const timer = setTimeout(() => first.current?.focus());
    return () => clearTimeout(timer);
  }, []);
  const enrol = form.onSubmit(async (draft) => {
    try {
      const status = await till.sync.enrol(draft);
      const stall = status.state === 'alone' ? '' : status.stall.code;
      notices.done((now) => now.text('sync.enrolDone', { stall }));
      onEnd?.();
    } catch (error) {
      const field = fieldOf(error);
      if (field === null) notices.failed(error);
      else form.setFieldError(field, <Said words={(now) => now.failure(error)} />);
    }
  });
  return (
    <form className={styles.form} onSubmit={enrol} noValidate>
      <p>{say.text('sync.enrolHow')}</p>
      <TextInput
        ref={first}
        label={say.text('sync.hubField')}
        placeholder="https://hub.example/#K7QF-2M9D-XR4T-8WHB"
        maxLength={HUB_LETTERS_MAX}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-scans
        {...form.getInputProps('hub')}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          form.setValues(partsOf(typed) ?? { hub: typed });
        }}
      />
      <CodeField
        label={say.text('sync.codeField')}
        description={say.text('sync.codeHow')}
        value={form.values.code}
        error={form.errors.code}
        onChange={(typed) => form.setFieldValue('code', groupCode(typed))}
      />
      <div className={styles.acts}>
        <Button type="submit" loading={form.submitting}>
          {say.text('sync.enrolAct')}
        </Button>
        {onEnd && (
          <Button variant="default" onClick={onEnd}>
            {say.text('sync.enrolCancel')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** The two parts of an invitation, also of one that was scanned behind what stood there. */
function partsOf(typed: string): EnrolDraft | undefined {
  const from = Math.max(typed.toLowerCase().lastIndexOf('http'), 0);
  const invitation = parseInvitation(typed.slice(from));
  return invitation && { hub: invitation.hub, code: formatCode(invitation.code) };
}

function faultsOf({ hub, code }: EnrolDraft): FormErrors {
  const isWhole = partsOf(hub) !== undefined;
  return {
    ...(hub.trim() === '' && { hub: said((say) => say.text('sync.hubNeeded')) }),
    ...(!isWhole && !parseCode(code) && { code: said((say) => say.text('sync.codeUnread')) }),
  };
}

function said(words: (say: Say) => string): ReactNode {
  return <Said words={words} />;
}

/** The field that a failure is about; null where it is about none. */
function fieldOf(error: unknown): keyof EnrolDraft | null {
  if (!(error instanceof ORPCError)) return null;
  if (error.code === 'ENROLMENT_CODE_WRONG') return 'code';
  return ofHub.includes(error.code) ? 'hub' : null;
}

const ofHub: readonly string[] = [
  'INVITATION_UNREADABLE',
  'HUB_UNREACHABLE',
  'HUB_NOT_FOUND',
  'ENROLMENT_UNPROVEN',
  'DEVICE_ELSEWHERE',
  'DEVICE_REVOKED',
  'TOO_MANY_REQUESTS',
  'HUB_BUSY',
  'HUB_FULL',
];
