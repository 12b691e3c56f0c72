import type { Startup } from '../../domain/system/contract.ts';

/** The screens that the menu leads to. */
export type ScreenName =
  | 'register'
  | 'sales'
  | 'claims'
  | 'shift'
  | 'fees'
  | 'catalog'
  | 'staff'
  | 'trail'
  | 'hub'
  | 'settings';

/** What every screen is given. */
export interface ScreenProps {
  readonly startup: Extract<Startup, { state: 'ready' }>;
  readonly onScreen: (name: ScreenName) => void;
}
