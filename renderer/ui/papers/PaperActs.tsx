import { Button } from '@mantine/core';
import { IconBrandWhatsapp, IconDownload, IconFileSpreadsheet } from '@tabler/icons-react';
import { useState } from 'react';
import type { PaperSheet } from '../../../domain/fees/papers/sheet.ts';
import { whatsAppLink } from '../../../domain/fees/papers/whatsapp-text.ts';
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
  /** It leaves the screen: saved or sent. What throws keeps it here. */
  readonly onGive?: (() => Promise<unknown>) | undefined;
}

/** What is done with a paper: saved as a PDF or a workbook, sent as text. */
export function PaperActs({ sheet, text, hasXlsx = false, onGive }: PaperActsProps) {
  const say = useText();
  const { failed } = useNotices();
  const [isSaving, setIsSaving] = useState(false);
  const save = async (ending: string, make: () => Promise<Blob>): Promise<void> => {
    setIsSaving(true);
    try {
      const blob = await make();
      await onGive?.();
      downloadBlob(`${sheet.file}.${ending}`, blob);
    } catch (error) {
      failed(error);
    } finally {
      setIsSaving(false);
    }
  };
  const pdf = async () => (await import('../pdf/paper-pdf.ts')).paperPdf(sheet, say);
  const xlsx = async () => (await import('../xlsx.ts')).paperXlsx(sheet);
  return (
    <div className={styles.acts}>
      <Button
        loading={isSaving}
        leftSection={<IconDownload aria-hidden size={18} />}
        onClick={() => void save('pdf', pdf)}
      >
        {say.text('paper.savePdf')}
      </Button>
      {hasXlsx && (
        <Button
          variant="default"
          disabled={isSaving}
          leftSection={<IconFileSpreadsheet aria-hidden size={18} />}
          onClick={() => void save('xlsx', xlsx)}
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
        onClick={() => void onGive?.().catch(failed)}
        leftSection={<IconBrandWhatsapp aria-hidden size={18} />}
      >
        {say.text('paper.whatsApp')}
      </Button>
    </div>
  );
}
