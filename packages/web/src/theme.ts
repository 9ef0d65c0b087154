import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** Teal that is calm at three in the morning. */
const calm: MantineColorsTuple = ['#e9fbfa', '#d3f3f1', '#a5e6e2', '#74d9d3', '#4ecec7', '#35c7bf', '#20b5ad', '#0f9c95', '#0d7f7b', '#055f5d']

/** Grey with a little blue in it, for dark pages. */
const dark: MantineColorsTuple = ['#d6dae1', '#b4bac6', '#98a0ae', '#6b7484', '#3d4553', '#2c333f', '#222832', '#181d25', '#12161d', '#0c0f14']

/** How everything looks. The shades are those at which no text falls under the contrast of WCAG 2.2 AA, in light and in dark. */
export const theme = createTheme({
  primaryColor: 'calm',
  primaryShade: { light: 8, dark: 8 },
  colors: { calm, dark },
  autoContrast: true,
  luminanceThreshold: 0.35,
  fontFamily: "'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  headings: { fontWeight: '650' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  // Plain values: naming a component here would bring its code to the first page.
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    // Those colours whose letters can be read on their own light one.
    Avatar: { defaultProps: { allowedInitialsColors: ['red', 'violet', 'blue', 'teal', 'green', 'orange'] } },
    Badge: { defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 600, miw: 'max-content' } },
    Drawer: { defaultProps: { attributes: { header: { role: 'none' } } } },
    Modal: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' }, radius: 'lg', attributes: { header: { role: 'none' } } } },
    // Whoever types a part of a name and presses Enter has chosen the first that fits.
    MultiSelect: { defaultProps: { selectFirstOptionOnChange: true } },
    Select: { defaultProps: { selectFirstOptionOnChange: true } },
    Tooltip: { defaultProps: { openDelay: 250, withArrow: true, events: { hover: true, focus: true, touch: false } } },
  },
})

/** Words on their own light colour (badges, notes), dark enough for the contrast of small letters. */
const READABLE = {
  '--mantine-color-orange-light-color': '#8f3207',
  '--mantine-color-teal-light-color': '#065940',
  '--mantine-color-green-light-color': '#1b5e2a',
  '--mantine-color-red-light-color': '#a11717',
  '--mantine-color-yellow-light-color': '#744700',
  '--mantine-color-blue-light-color': '#12529c',
  '--mantine-color-violet-light-color': '#5227b8',
  '--mantine-color-gray-light-color': '#3f4650',
}

/** The few colours of our own: `var(--house-…)`. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#5b6472',
    '--house-page': '#fbfbfa',
    '--house-side': '#f3f4f3',
    '--house-raised': '#ffffff',
    '--house-line': '#e3e5e8',
    '--house-warn': '#8a5300',
    '--house-bad': '#b42318',
    '--house-good': '#0b6b53',
    '--house-mark': '#fff1c2',
    '--house-link': '#0b6a68',
    ...READABLE,
  },
  dark: {
    '--mantine-color-dimmed': '#a3abb8',
    '--mantine-color-body': '#12161d',
    '--house-page': '#12161d',
    '--house-side': '#0c0f14',
    '--house-raised': '#181d25',
    '--house-line': '#2c333f',
    '--house-warn': '#f2b35c',
    '--house-bad': '#ff8f85',
    '--house-good': '#5fd4a9',
    '--house-mark': '#4a3d12',
    '--house-link': '#5fd0ca',
  },
})
