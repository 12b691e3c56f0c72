import { Button } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { IconFileImport, IconMoodEmpty, IconPackageImport } from '@tabler/icons-react';
import { useId, useRef, useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SearchField } from '../sales/SearchField.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './CatalogScreen.module.css';
import { ImportWizard } from './ImportWizard.tsx';
import { ProductTable } from './ProductTable.tsx';
import { useProducts } from './use-products.ts';

/** The products of the stall, and the way to bring more in. */
export function CatalogScreen() {
  const say = useText();
  const [isImporting, setIsImporting] = useState(false);
  const [text, setText] = useState('');
  const search = useRef<HTMLInputElement>(null);
  const listId = useId();
  const found = useProducts(text, '');
  useWindowEvent('keydown', (event) => {
    if (event.key !== 'F2' || isImporting) return;
    event.preventDefault();
    search.current?.select();
  });
  if (isImporting) return <ImportWizard onClose={() => setIsImporting(false)} />;
  const isCatalogEmpty = found.products.length === 0 && found.text === '' && !found.isLoading;
  return (
    <main className={styles.screen}>
      <header className={styles.head}>
        <h1>{say.text('screen.catalog')}</h1>
        <SearchField inputRef={search} value={text} onChange={setText} listId={listId} />
        <Button
          size="md"
          h={48}
          leftSection={<IconFileImport aria-hidden size={20} />}
          onClick={() => setIsImporting(true)}
        >
          {say.text('catalog.import')}
        </Button>
      </header>
      <div id={listId} className={styles.list}>
        {found.products.length > 0 && (
          <ProductTable key={found.text} products={found.products} onNearEnd={found.loadMore} />
        )}
        {isCatalogEmpty && (
          <EmptyState
            Icon={IconPackageImport}
            title={say.text(found.error ? 'sales.loadFailed' : 'sales.noProducts')}
          >
            {found.error ? say.failure(found.error) : say.text('sales.noProductsHow')}
          </EmptyState>
        )}
        {found.products.length === 0 && found.text !== '' && (
          <EmptyState Icon={IconMoodEmpty} title={say.text('sales.noMatch', { text: found.text })}>
            {say.text('sales.noMatchHow')}
          </EmptyState>
        )}
      </div>
    </main>
  );
}
