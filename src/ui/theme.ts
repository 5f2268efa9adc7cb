import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  InputWrapper,
  type MantineColorsTuple,
  Menu,
  Modal,
  MultiSelect,
  mergeThemeOverrides,
  NumberInput,
  Paper,
  PasswordInput,
  Popover,
  Select,
  Table,
  Tooltip,
} from '@mantine/core'
import type { TFunction } from 'i18next'

const ink: MantineColorsTuple = [
  '#f0effc',
  '#dedcf8',
  '#bdb9f0',
  '#9a94e8',
  '#7d75e0',
  '#695fda',
  '#5a4fd0',
  '#4f46c8',
  '#4239a8',
  '#352e88',
]

const gray: MantineColorsTuple = [
  '#f8f9fb',
  '#f2f4f7',
  '#e7eaef',
  '#d9dde4',
  '#c3c9d3',
  '#9aa3b1',
  '#667082',
  '#4a5363',
  '#323a47',
  '#1d232d',
]

const dark: MantineColorsTuple = [
  '#e3e6eb',
  '#b9bfc9',
  '#969eab',
  '#6d7583',
  '#3d434e',
  '#2b3039',
  '#20242b',
  '#191c22',
  '#131519',
  '#0d0f12',
]

const systemFont =
  'ui-sans-serif, system-ui, -apple-system, "Segoe UI", "Inter", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif'

/** The look of the product: neutral surfaces, one accent, small type where people work. Stage and temperature colours are in look.css. */
const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { ink, gray, dark },
  black: '#1a1f28',
  fontFamily: systemFont,
  fontFamilyMonospace:
    'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  headings: {
    fontFamily: systemFont,
    fontWeight: '620',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.35' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.4' },
      h4: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2.25rem' },
  radius: { xs: '3px', sm: '6px', md: '8px', lg: '12px', xl: '20px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray', size: 'md' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', tt: 'none', fw: 550 } }),
    Button: Button.extend({ defaultProps: { size: 'sm', fw: 550 } }),
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'description', 'input', 'error'] },
      styles: { label: { marginBottom: 3 }, description: { marginBottom: 2 } },
    }),
    // Enter takes the first of what typing has left.
    MultiSelect: MultiSelect.extend({ defaultProps: { selectFirstOptionOnChange: true } }),
    Select: Select.extend({ defaultProps: { selectFirstOptionOnChange: true } }),
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withinPortal: true } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } },
      styles: { title: { fontWeight: 620, fontSize: '1.0625rem' } },
    }),
    // Its two steps are too small to point at; the arrow keys step.
    NumberInput: NumberInput.extend({ defaultProps: { hideControls: true } }),
    Paper: Paper.extend({ defaultProps: { withBorder: true, radius: 'md' } }),
    Popover: Popover.extend({ defaultProps: { shadow: 'md', withArrow: false } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 7, horizontalSpacing: 'sm' } }),
    // A table that scrolls sideways on a phone must be reached by the keyboard.
    TableScrollContainer: Table.ScrollContainer.extend({
      defaultProps: { scrollAreaProps: { viewportProps: { tabIndex: 0 } } },
    }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        openDelay: 350,
        multiline: true,
        maw: 280,
        events: { hover: true, focus: true, touch: true },
      },
    }),
  },
})

/** The same with what Mantine would say in English. */
export const themeIn = (t: TFunction) =>
  mergeThemeOverrides(theme, {
    components: {
      CloseButton: { defaultProps: { 'aria-label': t('ui.close') } },
      InputClearButton: { defaultProps: { 'aria-label': t('ui.clear') } },
      PasswordInput: PasswordInput.extend({
        defaultProps: { visibilityToggleButtonProps: { 'aria-label': t('ui.showPassword') } },
      }),
    },
  })

/** Text that is quieter than the rest must still be read: 4.5:1 or more on every surface, light and dark. */
export const contrastSafe: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#596273',
    '--mantine-color-placeholder': '#6b7484',
    '--mantine-color-error': '#b4232f',
    '--mantine-color-default-border': '#dfe3ea',
    '--surface-sunken': '#f7f8fa',
    '--surface-hover': '#f1f3f6',
    '--line': '#e4e7ec',
  },
  dark: {
    '--mantine-color-body': '#15171b',
    '--mantine-color-text': '#e3e6eb',
    '--mantine-color-dimmed': '#a1a9b6',
    '--mantine-color-placeholder': '#8f97a5',
    '--mantine-color-error': '#ff8a8f',
    '--mantine-color-default': '#1b1e24',
    '--mantine-color-default-border': '#343a45',
    '--surface-sunken': '#101216',
    '--surface-hover': '#1f2329',
    '--line': '#2a2f38',
  },
})
