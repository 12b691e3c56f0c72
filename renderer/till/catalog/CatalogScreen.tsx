import { Button, SegmentedControl } from '@mantine/core';
import {
  IconArchive,
  IconFileImport,
  IconMoodEmpty,
  IconPackageImport,
  IconPlus,
} from '@tabler/icons-react';
import { type ReactNode, useId, useRef, useState } from 'react';
import { catalogPageId } from '../../../domain/catalog/page/text.id.ts';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { zones } from '../../../domain/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useActive } from '../../ui/use-active.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import { SearchField } from '../sales/SearchField.tsx';
import { useRegisterEffect } from '../sales/register-store.ts';
import type { ScreenProps } from '../screen.ts';
import { useListKeys } from '../use-list-keys.ts';
import styles from './CatalogScreen.module.css';
import { ImportWizard } from './ImportWizard.tsx';
import { offeredFile } from './offered-file.ts';
import { ProductSheet, type ProductSheetHandle, type SheetSubject } from './ProductSheet.tsx';
import { ProductTable, rowId } from './ProductTable.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { useLookUp } from './use-look-up.ts';
import { type ProductsFound, useProducts } from './use-products.ts';

learnWords(catalogPageId);

/** The products of the stall, and the way to bring more in. */
export function CatalogScreen({ startup }: ScreenProps) {
  const [importing, setImporting] = useState<{ readonly first: File | null } | null>(() => {
    const first = offeredFile();
    return first && { first };
  });
  if (importing) return <ImportWizard first={importing.first} onClose={() => setImporting(null)} />;
  const offsetMinutes = zones[startup.settings.zone];
  return (
    <ProductList offsetMinutes={offsetMinutes} onImport={() => setImporting({ first: null })} />
  );
}

interface ProductListProps {
  readonly offsetMinutes: number;
  readonly onImport: () => void;
}

function ProductList({ offsetMinutes, onImport }: ProductListProps) {
  const [text, setText] = useState('');
  const [isArchived, setIsArchived] = useState(false);
  const [subject, setSubject] = useState<SheetSubject | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const sheet = useRef<ProductSheetHandle>(null);
  const listId = useId();
  const found = useProducts(text, '', { isArchived });
  const lookUp = useLookUp(() => sheet.current?.isFree() ?? false, setSubject);
  const add = (): void => setSubject({ kind: 'new' });
  const open = ({ code }: ShelfProduct): void => setSubject({ kind: 'known', code });
  const active = useActive({
    typed: text,
    entries: found.products,
    isStale: found.isStale,
    idOf: ({ code }) => code,
    onOpen: (product) => subject ?? open(product), // what was opened meanwhile stays
  });
  useListKeys({
    search: () => search.current?.select(),
    move: active.move,
    open: active.open,
    add,
  });
  useRegisterEffect('scannedInCatalog', (scan) => {
    if (!sheet.current?.takeScan(scan)) lookUp(scan);
  });
  return (
    <main className={styles.screen}>
      <ListHead
        search={
          <SearchField
            inputRef={search}
            value={text}
            onChange={setText}
            listId={found.products.length > 0 ? listId : undefined}
            activeId={active.index >= 0 ? rowId(listId, active.index) : undefined}
          />
        }
        isArchived={isArchived}
        onArchived={setIsArchived}
        onAdd={add}
        onImport={onImport}
      />
      <SampleBanner />
      <div className={styles.list}>
        {found.products.length > 0 ? (
          <ProductTable
            key={`${found.text} ${isArchived}`}
            id={listId}
            products={found.products}
            activeIndex={active.index}
            onOpen={open}
            onNearEnd={found.loadMore}
          />
        ) : (
          <NoProducts found={found} isArchived={isArchived} onAdd={add} />
        )}
      </div>
      <ProductSheet
        handle={sheet}
        subject={subject}
        offsetMinutes={offsetMinutes}
        onClose={() => setSubject(null)}
      />
    </main>
  );
}

interface ListHeadProps {
  readonly search: ReactNode;
  readonly isArchived: boolean;
  readonly onArchived: (isArchived: boolean) => void;
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

function ListHead({ search, isArchived, onArchived, onAdd, onImport }: ListHeadProps) {
  const say = useText();
  return (
    <header className={styles.head}>
      <h1>{say.text('screen.catalog')}</h1>
      <div className={styles.search}>{search}</div>
      <div className={styles.acts}>
        <SegmentedControl
          aria-label={say.text('catalog.shelf')}
          size="md"
          data={[
            { value: 'sold', label: say.text('catalog.sold') },
            { value: 'archived', label: say.text('catalog.archiveList') },
          ]}
          value={isArchived ? 'archived' : 'sold'}
          onChange={(value) => onArchived(value === 'archived')}
        />
        <Button
          variant="default"
          h="3rem"
          leftSection={<IconFileImport aria-hidden size={20} />}
          onClick={onImport}
        >
          {say.text('catalog.import')}
        </Button>
        <Button
          h="3rem"
          leftSection={<IconPlus aria-hidden size={20} />}
          rightSection={<KeyHint>F4</KeyHint>}
          aria-keyshortcuts="F4"
          onClick={onAdd}
        >
          {say.text('catalog.newButton')}
        </Button>
      </div>
    </header>
  );
}

interface NoProductsProps {
  readonly found: ProductsFound;
  readonly isArchived: boolean;
  readonly onAdd: () => void;
}

function NoProducts({ found, isArchived, onAdd }: NoProductsProps) {
  const say = useText();
  if (found.isLoading) return null; // a page comes within milliseconds: a flash would only disturb
  if (found.error) {
    return (
      <EmptyState Icon={IconPackageImport} title={say.text('sales.loadFailed')}>
        {say.failure(found.error)}
      </EmptyState>
    );
  }
  if (found.text !== '') {
    return (
      <EmptyState Icon={IconMoodEmpty} title={say.text('sales.noMatch', { text: found.text })}>
        {say.text('sales.noMatchHow')}
      </EmptyState>
    );
  }
  if (isArchived) {
    return (
      <EmptyState Icon={IconArchive} title={say.text('catalog.noArchived')}>
        {say.text('catalog.noArchivedHow')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      Icon={IconPackageImport}
      title={say.text('sales.noProducts')}
      action={{ text: say.text('catalog.newButton'), onAct: onAdd }}
    >
      {say.text('catalog.noProductsHow')}
    </EmptyState>
  );
}
