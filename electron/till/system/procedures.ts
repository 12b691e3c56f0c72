import type { Startup } from '../../../domain/system/contract.ts';
import { countProducts } from '../catalog/product-store.ts';
import { isUnbegun } from '../catalog/sample-stall.ts';
import { read } from '../database/write.ts';
import type { TillContext } from '../implementer.ts';
import { readSettings } from '../settings/stall-settings.ts';

/** Whether the till opened, and as what; or why not. */
export function describeStartup(context: TillContext): Startup {
  const { till, failure, version, shell, dataDir } = context;
  if (!till) {
    const code = failure?.code ?? 'DATABASE_DAMAGED';
    return { state: 'failed', version, code, data: { ...failure?.data }, dataDir };
  }
  return read(till, (tx) => ({
    state: 'ready',
    version,
    device: till.device.device,
    settings: readSettings(tx),
    shell,
    products: countProducts(tx),
    isUnbegun: context.samples.isAsked && isUnbegun(tx),
  }));
}
