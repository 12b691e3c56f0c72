import { Drawer, Tabs } from '@mantine/core';
import { type Ref, type RefObject, useImperativeHandle, useRef, useState } from 'react';
import { canBecomeBarcode, type Scanned } from '../../../domain/catalog/barcode.ts';
import { emptyForm, formOf } from '../../../domain/catalog/product-form.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { DropAsk } from '../../ui/DropAsk.tsx';
import { FreshSurface } from '../../ui/FreshSurface.tsx';
import { useNotices } from '../../ui/Notice.tsx';
import { useText } from '../../ui/use-text.ts';
import type { CorrectStockHandle } from '../inventory/CorrectStock.tsx';
import { StockPanel } from '../inventory/StockPanel.tsx';
import { till } from '../till-client.ts';
import { ProductForm, type ProductFormHandle } from './ProductForm.tsx';
import styles from './ProductSheet.module.css';
import { useProduct } from './use-products.ts';

/** What lies over the list: a product that is added, perhaps of a barcode, or one by its code. */
export type SheetSubject =
  | { readonly kind: 'new'; readonly barcode?: string }
  | { readonly kind: 'known'; readonly code: string };

/** What the screen asks of the sheet. */
export interface ProductSheetHandle {
  /** Whether another product may take the place of what is shown. */
  isFree(): boolean;
  /** Takes the scan into the form, or says why not. @returns false where the sheet is free */
  takeScan(scan: Scanned): boolean;
}

interface ProductSheetProps {
  readonly handle: Ref<ProductSheetHandle>;
  readonly subject: SheetSubject | null;
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
  readonly onClose: () => void;
}

type SheetTab = 'form' | 'stock';

/** A product slides in beside the list: what is said of it, and its stock. */
export function ProductSheet({ handle, subject, offsetMinutes, onClose }: ProductSheetProps) {
  const say = useText();
  const form = useRef<ProductFormHandle>(null);
  const stock = useRef<CorrectStockHandle>(null);
  const [tab, setTab] = useState<SheetTab>('form');
  const [isAsking, setIsAsking] = useState(false);
  const close = (): void => {
    setIsAsking(false);
    setTab('form');
    onClose();
  };
  const shownTab = subject?.kind === 'known' ? tab : 'form';
  const hasUnsaved = (): boolean => [form, stock].some(({ current }) => current?.isDirty());
  const leave = (): void => (hasUnsaved() ? setIsAsking(true) : close());
  const isFree = (): boolean => !form.current || (shownTab !== 'form' && !hasUnsaved());
  const takeScan = useTakeScan(form, shownTab);
  useImperativeHandle(handle, () => ({ isFree, takeScan: (scan) => !isFree() && takeScan(scan) }));
  return (
    <>
      <Drawer.Root
        opened={subject !== null}
        onClose={leave}
        position="right"
        size="min(53rem, 100vw)"
      >
        <FreshSurface isShown={subject !== null}>
          <Drawer.Overlay />
          <Drawer.Content classNames={{ content: styles.content ?? '' }}>
            <Drawer.Header>
              <Drawer.Title className={styles.title}>
                {subject?.kind === 'known' ? (
                  <Name code={subject.code} />
                ) : (
                  say.text('catalog.newProductTitle')
                )}
              </Drawer.Title>
              <Drawer.CloseButton aria-label={say.text('screen.close')} size={44} iconSize={20} />
            </Drawer.Header>
            <Drawer.Body className={styles.body}>
              {subject && (
                <Subject
                  subject={subject}
                  form={form}
                  stock={stock}
                  tab={shownTab}
                  onTab={setTab}
                  offsetMinutes={offsetMinutes}
                  hasUnsaved={hasUnsaved}
                  // What else was typed stays in sight.
                  onSaved={() => (stock.current?.isDirty() ? setTab('stock') : close())}
                  onArchived={close}
                />
              )}
            </Drawer.Body>
          </Drawer.Content>
        </FreshSurface>
      </Drawer.Root>
      <DropAsk isOpen={isAsking} onKeep={() => setIsAsking(false)} onDrop={close}>
        {say.text('catalog.unsavedWhat')}
      </DropAsk>
    </>
  );
}

/** Gives a scan to the form that is shown, or says why not. */
function useTakeScan(form: RefObject<ProductFormHandle | null>, tab: SheetTab) {
  const notices = useNotices();
  return (scan: Scanned): true => {
    const { code: barcode } = scan;
    if (tab !== 'form') notices.warn((say) => say.text('catalog.saveFirst'));
    else if (canBecomeBarcode(scan)) form.current?.takeBarcode(barcode);
    else notices.warn((say) => say.text('catalog.scanPart', { barcode }));
    return true;
  };
}

function Name({ code }: { readonly code: string }) {
  return useProduct(code).data?.product.name ?? code;
}

function Subject({ subject, ...props }: SubjectProps) {
  if (subject.kind === 'known') {
    return <KnownProduct key={subject.code} code={subject.code} {...props} />;
  }
  const { form, onSaved } = props;
  const initial = emptyForm(subject.barcode);
  return <ProductForm handle={form} initial={initial} known={null} onSaved={onSaved} />;
}

interface SubjectProps extends Omit<KnownProductProps, 'code'> {
  readonly subject: SheetSubject;
}

interface KnownProductProps {
  readonly code: string;
  readonly form: Ref<ProductFormHandle>;
  readonly stock: Ref<CorrectStockHandle>;
  readonly tab: SheetTab;
  readonly onTab: (tab: SheetTab) => void;
  readonly offsetMinutes: OffsetMinutes;
  readonly hasUnsaved: () => boolean;
  readonly onSaved: () => void;
  readonly onArchived: () => void;
}

function KnownProduct(props: KnownProductProps) {
  const { code, form, stock, tab, onTab, offsetMinutes } = props;
  const say = useText();
  const { data, error } = useProduct(code);
  const archive = useArchive(props);
  // What is there stays: a form that somebody types in must not go with the connection.
  if (!data) return error && <p>{say.failure(error)}</p>;
  const { product, isArchived } = data;
  return (
    <Tabs
      className={styles.tabs}
      keepMountedMode="display-none" // both forms are asked whether they have something unsaved
      value={tab}
      onChange={(value) => onTab(value === 'stock' ? 'stock' : 'form')}
    >
      <Tabs.List>
        <Tabs.Tab value="form">{say.text('catalog.data')}</Tabs.Tab>
        <Tabs.Tab value="stock">
          {say.text('inventory.stock')} <small>{say.quantity(product.onHandMilli)}</small>
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="form" className={styles.panel}>
        <ProductForm
          handle={form}
          initial={formOf(product)}
          known={{ product, isArchived, onArchive: () => archive(product, !isArchived) }}
          onSaved={props.onSaved}
        />
      </Tabs.Panel>
      <Tabs.Panel value="stock" className={styles.panel}>
        <StockPanel handle={stock} product={product} offsetMinutes={offsetMinutes} />
      </Tabs.Panel>
    </Tabs>
  );
}

/** Takes a product off the shelf or puts it back, and says so; what is typed is saved before. */
function useArchive({
  hasUnsaved,
  onArchived,
}: Pick<KnownProductProps, 'hasUnsaved' | 'onArchived'>) {
  const notices = useNotices();
  return ({ code, name }: ShelfProduct, isArchived: boolean): void => {
    if (hasUnsaved()) return notices.warn((say) => say.text('catalog.saveFirst'));
    (isArchived ? till.catalog.archive({ code }) : till.catalog.restore({ code })).then(
      () => {
        notices.done((say) =>
          say.text(isArchived ? 'catalog.archived' : 'catalog.restored', { name }),
        );
        onArchived();
      },
      (error: unknown) => notices.failed(error),
    );
  };
}
