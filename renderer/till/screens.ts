import {
  IconCash,
  IconCashRegister,
  IconCloudUpload,
  IconHistory,
  IconListCheck,
  IconPackage,
  IconReceipt,
  IconSettings,
  IconUsers,
  IconWallet,
  type Icon,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import type { PlainTextKey } from '../../domain/text.ts';
import { SaleScreen } from './sales/SaleScreen.tsx';
import type { ScreenName, ScreenProps } from './screen.ts';
import { ScreenNotLoaded } from './system/NotLoaded.tsx';
import { whenOpened } from '../ui/when-opened.ts';

interface ScreenEntry {
  readonly name: ScreenName;
  readonly textKey: PlainTextKey;
  readonly Icon: Icon;
  readonly Screen: ComponentType<ScreenProps>;
  /** Hidden, not gone, while another is open: a cart waits, and what was typed and not saved. */
  readonly stays: boolean;
}

/** The screens in the order of the menu. All but the register are loaded when opened. */
export const screens: readonly ScreenEntry[] = [
  {
    name: 'register',
    textKey: 'screen.register',
    Icon: IconCash,
    Screen: SaleScreen,
    stays: true,
  },
  {
    name: 'sales',
    textKey: 'screen.sales',
    Icon: IconReceipt,
    Screen: whenOpened(
      async () => (await import('./sales/today/DayScreen.tsx')).DayScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'claims',
    textKey: 'screen.claims',
    Icon: IconListCheck,
    Screen: whenOpened(
      async () => (await import('./payments/claims/ClaimsScreen.tsx')).ClaimsScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'shift',
    textKey: 'screen.shift',
    Icon: IconCashRegister,
    Screen: whenOpened(
      async () => (await import('./shifts/ShiftScreen.tsx')).ShiftScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'fees',
    textKey: 'screen.fees',
    Icon: IconWallet,
    Screen: whenOpened(
      async () => (await import('./fees/FeesScreen.tsx')).FeesScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'catalog',
    textKey: 'screen.catalog',
    Icon: IconPackage,
    Screen: whenOpened(
      async () => (await import('./catalog/CatalogScreen.tsx')).CatalogScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'staff',
    textKey: 'screen.staff',
    Icon: IconUsers,
    Screen: whenOpened(
      async () => (await import('./staff/StaffScreen.tsx')).StaffScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'trail',
    textKey: 'screen.trail',
    Icon: IconHistory,
    Screen: whenOpened(
      async () => (await import('./journal/TrailScreen.tsx')).TrailScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'hub',
    textKey: 'screen.hub',
    Icon: IconCloudUpload,
    Screen: whenOpened(
      async () => (await import('./sync/HubScreen.tsx')).HubScreen,
      ScreenNotLoaded,
    ),
    stays: false,
  },
  {
    name: 'settings',
    textKey: 'screen.settings',
    Icon: IconSettings,
    Screen: whenOpened(
      async () => (await import('./settings/SettingsScreen.tsx')).SettingsScreen,
      ScreenNotLoaded,
    ),
    stays: true,
  },
];
