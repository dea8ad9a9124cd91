// Theme — Mantine in the house's clothes: ink on paper, one teal for acts, contrast AA throughout.

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const action: MantineColorsTuple = [
  '#e7f1f1',
  '#cfe3e3',
  '#a7cccc',
  '#7fb6b6',
  '#6cc3c0',
  '#3d8f90',
  '#1f7779',
  '#12686b',
  '#0b5a5e',
  '#07464a',
]

const refusal: MantineColorsTuple = [
  '#fbecec',
  '#f4d3d3',
  '#ebb0af',
  '#f09a97',
  '#ee8a86',
  '#d4504d',
  '#bb3432',
  '#a82624',
  '#9a1f1f',
  '#7c1515',
]

const gray: MantineColorsTuple = [
  '#f6f6f2',
  '#eeefea',
  '#e2e4df',
  '#d3d7d3',
  '#7b8788',
  '#6f7b7d',
  '#5d6a6d',
  '#47555a',
  '#2c3a40',
  '#16242a',
]

const dark: MantineColorsTuple = [
  '#e7eaea',
  '#c9cfd0',
  '#abb4b6',
  '#8f999c',
  '#7f8a8d',
  '#383f43',
  '#2a3034',
  '#202528',
  '#181c1f',
  '#111416',
]

export const theme = createTheme({
  fontFamily: 'var(--font)',
  fontFamilyMonospace: 'ui-monospace, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '8px', lg: '12px', xl: '16px' },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  defaultRadius: 'md',
  black: '#16242a',
  white: '#ffffff',
  colors: { action, refusal, red: refusal, gray, dark },
  primaryColor: 'action',
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  respectReducedMotion: true,
  cursorType: 'pointer',
  headings: { fontFamily: 'var(--font)', fontWeight: '700' },
  components: {
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
  },
})

/** The places where Mantine's own grays fall short of AA on paper, put right. */
export const cssVariables: CSSVariablesResolver = () => {
  const fromHouse = {
    '--mantine-color-body': 'var(--paper)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-bright': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--ink-soft)',
    '--mantine-color-placeholder': 'var(--ink-soft)',
    '--mantine-color-anchor': 'var(--action)',
    '--mantine-color-error': 'var(--refusal)',
    '--mantine-color-default': 'var(--sheet)',
    '--mantine-color-default-hover': 'var(--calm-wash)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--edge)',
    '--mantine-color-disabled': 'var(--calm-wash)',
    '--mantine-color-disabled-color': 'var(--ink-soft)',
    '--mantine-color-disabled-border': 'var(--hairline)',
  }
  return { variables: {}, light: fromHouse, dark: fromHouse }
}
