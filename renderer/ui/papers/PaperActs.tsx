import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { type MouseEvent, useRef, useState } from 'react';
import type { PaperSheet } from '../../../domain/fees/papers/sheet.ts';
import { whatsAppLink } from '../../../domain/whatsapp.ts';
import { downloadBlob } from '../download.ts';
import { useNotices } from '../Notice.tsx';
import { useText } from '../use-text.ts';
import styles from './PaperActs.module.css';

interface PaperActsProps {
  readonly sheet: PaperSheet;
  /** The paper as text for a messenger. */
  readonly text: string;
  /** Whether its lists are wanted as a workbook too. */
  readonly hasXlsx?: boolean;
  /**
   * It leaves the screen: saved or sent. What throws keeps it here, and so does false: the original
   * that is shown was given out elsewhere.
   */
  readonly onGive?: (() => Promise<boolean>) | undefined;
}

/** What is done with a paper: saved as a PDF or a workbook, sent as text. */
export function PaperActs({ sheet, text, hasXlsx = false, onGive }: PaperActsProps) {
  const say = useText();
  const { isLeaving, isElsewhere, leave, give } = useLeaving(onGive);
  const save = (ending: string, make: () => Promise<Blob>): void =>
    void leave(async () => {
      const blob = await make();
      if (await give()) downloadBlob(`${sheet.file}.${ending}`, blob);
    });
  const send = (event: MouseEvent): void => {
    if (!onGive || event.button === 2) return; // the link does it, or its menu opens
    event.preventDefault();
    void leave(() => openOnce(whatsAppLink(text), give));
  };
  const pdf = async () => (await import('../pdf/paper-pdf.ts')).paperPdf(sheet, say);
  const xlsx = async () => (await import('../xlsx.ts')).paperXlsx(sheet);
  return (
    <div className={styles.acts}>
      <Button
        loading={isLeaving}
        leftSection={<IconDownload aria-hidden size={18} />}
        onClick={() => save('pdf', pdf)}
      >
        {say.text('paper.savePdf')}
      </Button>
      {hasXlsx && (
        <Button
          variant="default"
          disabled={isLeaving}
          leftSection={<IconFileSpreadsheet aria-hidden size={18} />}
          onClick={() => save('xlsx', xlsx)}
        >
          {say.text('paper.saveXlsx')}
        </Button>
      )}
      <Button
        variant="default"
        component="a"
        href={whatsAppLink(text)}
        target="_blank"
        rel="noreferrer"
        onClick={send}
        onAuxClick={send} // the middle button opens a link too
        leftSection={<IconBrandWhatsapp aria-hidden size={18} />}
      >
        {say.text('paper.whatsApp')}
      </Button>
      {isElsewhere && (
        <p role="alert" className={styles.elsewhere}>
          {say.text('paper.givenElsewhere')}
        </p>
      )}
    </div>
  );
}

/** A paper leaves once at a time, and only when it may. */
function useLeaving(onGive: PaperActsProps['onGive']) {
  const { failed } = useNotices();
  const [isLeaving, setIsLeaving] = useState(false);
  const [isElsewhere, setIsElsewhere] = useState(false);
  const isGoing = useRef(false); // a second click may come before the button is off
  const leave = async (go: () => Promise<void>): Promise<void> => {
    if (isGoing.current) return;
    isGoing.current = true;
    setIsLeaving(true);
    try {
      await go();
    } catch (error) {
      failed(error);
    } finally {
      isGoing.current = false;
      setIsLeaving(false);
    }
  };
  const give = async (): Promise<boolean> => {
    const may = onGive === undefined || (await onGive());
    setIsElsewhere(!may);
    return may;
  };
  return { isLeaving, isElsewhere, leave, give };
}

/**
 * Opens a link in a tab of its own once it may. The tab opens at the click: a browser keeps one
 * that opens by itself later from opening.
 */
async function openOnce(link: string, may: () => Promise<boolean>): Promise<void> {
  const tab = window.open('', '_blank');
  try {
    if (!(await may())) tab?.close();
    else if (tab === null) location.assign(link);
    else {
      tab.opener = null; // what is shown there has no hold on this page
      tab.location.replace(link);
    }
  } catch (error) {
    tab?.close();
    throw error;
  }
}
