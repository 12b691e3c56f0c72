import { lazy, type ComponentType } from 'react';

/** Loads a part the first time that it is drawn; of one that does not come, `instead` says so. */
export function whenOpened<Props>(
  load: () => Promise<ComponentType<Props>>,
  instead: ComponentType,
): ComponentType<Props> {
  return lazy(async () => ({ default: await load().catch(() => instead) }));
}
