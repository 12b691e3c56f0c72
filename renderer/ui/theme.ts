import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: deep teal. */
const teal: MantineColorsTuple = [
  '#e8f5f2',
  '#d0eae5',
  '#a3d6cc',
  '#72c0b2',
  '#46a899',
  '#2a9385',
  '#147c6f',
  '#0b6459',
  '#084f47',
  '#063a34',
];

/** The one warm signal: marigold. */
const marigold: MantineColorsTuple = [
  '#fff6e1',
  '#ffeabd',
  '#ffdb8f',
  '#ffca5c',
  '#f9b52e',
  '#e79f13',
  '#c48207',
  '#9a6404',
  '#734a03',
  '#4d3102',
];

/** Surfaces of the dark screen, tinted like those of global.css. */
const dark: MantineColorsTuple = [
  '#e7efed',
  '#c3d0cd',
  '#9fb0ac',
  '#6b7c78',
  '#465652',
  '#2a3734',
  '#1b2624',
  '#151e1c',
  '#0d1413',
  '#070b0a',
];

/** Of what lies over a screen; one long word in it is broken, and leaves room to close it. */
const title = {
  minWidth: 0,
  fontSize: '1.125rem',
  fontWeight: 700,
  lineHeight: 1.3,
  overflowWrap: 'anywhere',
} as const;

/**
 * A sheet over a screen takes the very next key; only what is painted of it comes slowly. A menu
 * comes later: the key that opens it would close it.
 */
const atOnce = { defaultProps: { transitionProps: { duration: 0 } } };

/** Colours, type and sizes of Lapak, for Mantine's parts. Our own parts read global.css. */
export const theme = createTheme({
  fontFamily: "'Plus Jakarta Sans Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, monospace",
  headings: { fontWeight: '700' },
  colors: { teal, marigold, dark },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  focusRing: 'auto',
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { minHeight: '2.75rem' } } },
    Modal: { ...atOnce, styles: { title, body: { overflowWrap: 'anywhere' } } },
    Drawer: { styles: { title } },
    DrawerRoot: atOnce, // every drawer is made of its parts
    Menu: { styles: { item: { minHeight: '2.5rem' } } },
    // The head of what lies over a screen is no landmark of the page.
    ModalHeader: { defaultProps: { role: 'presentation' } },
    DrawerHeader: { defaultProps: { role: 'presentation' } },
    Textarea: { defaultProps: { size: 'md' } },
    FileInput: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    TextInput: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    Autocomplete: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    TagsInput: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
    NativeSelect: { defaultProps: { size: 'md' }, styles: { input: { minHeight: '2.75rem' } } },
  },
});
