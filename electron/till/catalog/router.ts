import { implementer } from '../implementer.ts';
import { exportCatalog } from './export-catalog.ts';
import { importCatalog } from './import-catalog.ts';
import { findBarcode, listCategories, searchCatalog } from './procedures.ts';

const { catalog } = implementer;

export const catalogRouter = catalog.router({
  search: catalog.search.handler(({ context, input }) => searchCatalog(context.open(), input)),
  categories: catalog.categories.handler(({ context }) => listCategories(context.open())),
  findBarcode: catalog.findBarcode.handler(({ context, input }) =>
    findBarcode(context.open(), input),
  ),
  importCatalog: catalog.importCatalog.handler(({ context, input, signal }) =>
    importCatalog(context.open(), { ...input, signal }),
  ),
  exportCatalog: catalog.exportCatalog.handler(({ context }) => exportCatalog(context.open())),
});
