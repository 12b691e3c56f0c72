import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';
import { openRoute, type Route, shownDevices } from '../route.ts';
import { Choices } from '../system/Choices.tsx';

type DevicesRoute = Extract<Route, { page: 'devices' }>;

/** Narrows the list of devices: to a state, and by name, stall or mall. */
export function NarrowDevices({ route }: { readonly route: DevicesRoute }) {
  const say = useText();
  const change = (to: Partial<DevicesRoute>): void => openRoute({ ...route, ...to }, 'replace');
  return (
    <>
      <Choices
        label={say.text('devices.filter')}
        choices={[
          { value: null, text: say.text('devices.all') },
          ...shownDevices.map((value) => ({ value, text: say.text(`devices.${value}`) })),
        ]}
        chosen={route.filter}
        onChoose={(filter) => change({ filter })}
      />
      <TextInput
        type="search"
        mb="var(--gap)"
        aria-label={say.text('devices.search')}
        placeholder={say.text('devices.searchHint')}
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        leftSection={<IconSearch aria-hidden size={20} />}
        value={route.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
    </>
  );
}
