import type { CatalogVersions } from '../../../domain/catalog/contract.ts';
import { makeTopic } from '../topic.ts';

/** Tells every page that what it shows of catalog and stock has grown old. */
export interface CatalogNews {
  /** A product came, changed or went. */
  catalogChanged(): void;
  /** Only what is on hand changed. */
  stockChanged(): void;
  /** Of the catalog now, since the till was opened; no page outlives its till. */
  version(): number;
  /** The versions now, then at each change. */
  watch(signal?: AbortSignal): AsyncGenerator<CatalogVersions, void, void>;
  /** Ends every watch. */
  close(): void;
}

/** Nothing has changed yet. */
export function openCatalogNews(): CatalogNews {
  let versions: CatalogVersions = { catalog: 0, stock: 0 };
  const topic = makeTopic<CatalogVersions>(1); // the newest says all
  const publish = (next: CatalogVersions) => {
    versions = next;
    topic.publish(versions);
  };
  return {
    catalogChanged: () => publish({ catalog: versions.catalog + 1, stock: versions.stock + 1 }),
    stockChanged: () => publish({ ...versions, stock: versions.stock + 1 }),
    version: () => versions.catalog,
    watch: (signal) => topic.watch(() => [versions], signal),
    close: topic.close,
  };
}
