import { Tabs } from '@mantine/core';
import { IconMoodEmpty, IconPackageImport, IconPlugX } from '@tabler/icons-react';
import {
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { CartLines } from '../../../domain/sales/cart.ts';
import { isCodeLike } from '../../../domain/sales/scan.ts';
import { useCategories, useProducts, type ProductsFound } from '../catalog/use-products.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useText } from '../../ui/use-text.ts';
import { register, useRegister, useRegisterEffect } from './register-store.ts';
import { cardId, ProductGrid, type GridMoves } from './ProductGrid.tsx';
import { SearchField } from './SearchField.tsx';
import styles from './Shelf.module.css';

/** Stands for every category: a category has a name. */
const EVERY = '';

/** The value of a category's tab: a part of an id, so neither empty nor with a space in it. */
function tabOf(category: string): string {
  return `in-${encodeURIComponent(category)}`;
}

function categoryOf(tab: string | null): string {
  return decodeURIComponent(tab?.slice(tabOf(EVERY).length) ?? EVERY);
}

interface ShelfProps {
  readonly onOpenCatalog: () => void;
  /** What else stands beside the search field. */
  readonly tools: ReactNode;
}

/** The left of the register: search, categories, products. */
export function Shelf(props: ShelfProps) {
  const say = useText();
  const searchRef = useSearchFocus();
  const { text } = useRegister((state) => state.search);
  const cartLines = useRegister((state) => state.cart.lines);
  const category = useRegister((state) => state.category);
  const found = useProducts(text, category);
  const keys = useGridKeys(found);
  const shelfId = useId();
  const inCart = useMemo(() => quantitiesByCode(cartLines), [cartLines]);
  return (
    <Tabs
      id={shelfId}
      className={styles.shelf}
      value={tabOf(category)}
      onChange={(tab) => openCategory(categoryOf(tab))}
      variant="unstyled"
      keepMounted={false}
    >
      <div className={styles.search}>
        <SearchField
          inputRef={searchRef}
          value={text}
          onChange={writeSearch}
          onKeyDown={keys.onKeyDown}
          listId={keys.gridId}
          activeId={keys.activeIndex >= 0 ? cardId(keys.gridId, keys.activeIndex) : undefined}
        />
        {props.tools}
      </div>
      <CategoryTabs />
      {/* Not Mantine's: its name is what it holds, not the tab. */}
      <div
        role="tabpanel"
        id={`${shelfId}-panel-${tabOf(category)}`}
        className={styles.panel}
        aria-label={say.text('sales.products')}
      >
        {found.products.length > 0 ? (
          <ProductGrid
            key={`${found.text}|${category}`}
            id={keys.gridId}
            movesRef={keys.moves}
            products={found.products}
            activeIndex={keys.activeIndex}
            inCart={inCart}
            onPick={pick}
            onNearEnd={found.loadMore}
          />
        ) : (
          <NothingFound
            found={found}
            category={category}
            onEveryCategory={() => openCategory(EVERY)}
            onOpenCatalog={props.onOpenCatalog}
          />
        )}
      </div>
    </Tabs>
  );
}

/** The search field, which takes the focus when the register says so. */
function useSearchFocus(): RefObject<HTMLInputElement | null> {
  const searchRef = useRef<HTMLInputElement>(null);
  useRegisterEffect('focusSearch', () => {
    searchRef.current?.focus();
    // What goes on behind typed letters must not replace them.
    if (!register.now().search.isFromPage) searchRef.current?.select();
  });
  return searchRef;
}

function writeSearch(text: string): void {
  register.actBy({ on: 'searchText', text }, 'text');
}

function openCategory(category: string): void {
  register.actBy({ on: 'category', category }, 'text');
}

function pick(product: ShelfProduct, event: MouseEvent): void {
  register.act({ on: 'product', product }, event);
}

/** A tab for each category in use, with its number of products. */
function CategoryTabs() {
  const say = useText();
  const categories = useCategories();
  const products = categories.reduce((sum, one) => sum + one.products, 0);
  return (
    <Tabs.List
      className={styles.tabs}
      aria-label={say.text('sales.categories')}
      onWheel={(event) => {
        event.currentTarget.scrollLeft += event.deltaY;
      }}
    >
      <Tabs.Tab className={styles.tab} value={tabOf(EVERY)}>
        {say.text('sales.allCategories')}
        {products > 0 && <span className={styles.count}>{products}</span>}
      </Tabs.Tab>
      {categories.map(({ name, products: count }) => (
        <Tabs.Tab key={name} className={styles.tab} value={tabOf(name)}>
          {name}
          <span className={styles.count}>{count}</span>
        </Tabs.Tab>
      ))}
    </Tabs.List>
  );
}

/** Arrows in the search field move through the results; Enter takes the active one. */
function useGridKeys(found: ProductsFound) {
  const { text, isFromPage } = useRegister((state) => state.search);
  const take = (product: ShelfProduct): void =>
    register.actBy({ on: 'product', product }, 'keyboard');
  const gridId = useId();
  const moves = useRef<GridMoves>(null);
  const [moved, setMoved] = useState({ text: '', index: -1 });
  const isOfThisText = moved.text === text && moved.index < found.products.length;
  // The best match is the active one until the arrows say otherwise.
  const activeIndex = isOfThisText ? moved.index : text.trim() === '' ? -1 : 0;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    switch (event.key) {
      case 'ArrowUp':
      case 'ArrowDown':
      case 'ArrowLeft':
      case 'ArrowRight': {
        if (activeIndex < 0 && event.key !== 'ArrowDown') return;
        event.preventDefault();
        const to = activeIndex < 0 ? 0 : (moves.current?.neighbour(activeIndex, event.key) ?? 0);
        setMoved({ text, index: to });
        moves.current?.show(to);
        return;
      }
      case 'Enter': {
        event.preventDefault();
        if (event.repeat || activeIndex < 0) return;
        if (isFromPage && isCodeLike(text))
          return register.actBy({ on: 'code', code: text }, 'keyboard');
        event.currentTarget.select();
        // Results of an older text must not be taken for those of this one.
        const product = found.isStale ? undefined : found.products[activeIndex];
        if (product) take(product);
        else if (found.isStale) register.actBy({ on: 'words' }, 'keyboard');
        return;
      }
      case 'Escape':
        event.preventDefault();
        setMoved({ text: '', index: -1 });
        if (text === '') event.currentTarget.blur();
        else writeSearch('');
        return;
      default:
    }
  };
  return { gridId, moves, activeIndex, onKeyDown };
}

interface NothingFoundProps {
  readonly found: ProductsFound;
  readonly category: string;
  readonly onEveryCategory: () => void;
  readonly onOpenCatalog: () => void;
}

/** Why there is no product to show, and what to do about it. */
function NothingFound({ found, category, onEveryCategory, onOpenCatalog }: NothingFoundProps) {
  const say = useText();
  if (found.error) {
    return (
      <EmptyState Icon={IconPlugX} title={say.text('sales.loadFailed')}>
        {say.failure(found.error)}
      </EmptyState>
    );
  }
  if (found.isLoading) return null; // a page comes within milliseconds: a flash would only disturb
  if (found.text === '' && category === EVERY) {
    return (
      <EmptyState
        Icon={IconPackageImport}
        title={say.text('sales.noProducts')}
        action={{ text: say.text('catalog.import'), onAct: onOpenCatalog }}
      >
        {say.text('sales.noProductsHow')}
      </EmptyState>
    );
  }
  const everywhere = { text: say.text('sales.searchEverywhere'), onAct: onEveryCategory };
  return (
    <EmptyState
      Icon={IconMoodEmpty}
      title={say.text('sales.noMatch', { text: found.text })}
      {...(category !== EVERY && { action: everywhere })}
    >
      {category === EVERY
        ? say.text('sales.noMatchHow')
        : say.text('sales.noneInCategory', { category })}
    </EmptyState>
  );
}

function quantitiesByCode(lines: CartLines): ReadonlyMap<string, number> {
  const byCode = new Map<string, number>();
  for (const { code, quantityMilli } of lines) {
    byCode.set(code, (byCode.get(code) ?? 0) + quantityMilli);
  }
  return byCode;
}
