import { implementer } from '../implementer.ts';
import {
  archiveProduct,
  archiveSample,
  changeProduct,
  clearSample,
  readSample,
} from './change-catalog.ts';
import { exportCatalog } from './export-catalog.ts';
import { importCatalog } from './import-catalog.ts';
import { findBarcode, listCategories, readProduct, searchCatalog } from './procedures.ts';
import { beginStall } from './sample-stall.ts';

const { catalog } = implementer;

export const catalogRouter = catalog.router({
  search: catalog.search.handler(({ context, input }) => searchCatalog(context.open(), input)),
  categories: catalog.categories.handler(({ context }) => listCategories(context.open())),
  findBarcode: catalog.findBarcode.handler(({ context, input }) =>
    findBarcode(context.open(), input),
  ),
  product: catalog.product.handler(({ context, input }) => readProduct(context.open(), input)),
  save: catalog.save.handler(({ context, input }) =>
    changeProduct(context.open(), context.actor, input),
  ),
  archive: catalog.archive.handler(({ context, input }) =>
    archiveProduct(context.open(), context.actor, { ...input, isArchived: true }),
  ),
  restore: catalog.restore.handler(({ context, input }) =>
    archiveProduct(context.open(), context.actor, { ...input, isArchived: false }),
  ),
  begin: catalog.begin.handler(({ context, input }) =>
    beginStall(context.open(), context.actor, context.samples, input.stall),
  ),
  sample: catalog.sample.handler(({ context }) => readSample(context.open())),
  clearSample: catalog.clearSample.handler(({ context }) =>
    clearSample(context.open(), context.actor),
  ),
  archiveSample: catalog.archiveSample.handler(({ context }) =>
    archiveSample(context.open(), context.actor),
  ),
  watch: catalog.watch.handler(({ context, signal }) => context.open().news.catalog.watch(signal)),
  importCatalog: catalog.importCatalog.handler(({ context, input, signal }) =>
    importCatalog(context.open(), context.actor, { ...input, signal }),
  ),
  exportCatalog: catalog.exportCatalog.handler(({ context }) =>
    exportCatalog(context.open(), context.actor),
  ),
});
