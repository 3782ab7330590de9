import { theme as antdTheme, type ThemeConfig } from 'antd';
import { dark, fontFamily, light, type Tokens } from './tokens.ts';

export type ThemeName = 'light' | 'dark';

/** The one theme of the console: warm greys, hairlines, red only for identity, the primary action and overdue. */
export function consoleTheme(name: ThemeName, touch: boolean): ThemeConfig {
  const colors = name === 'dark' ? dark : light;
  return {
    algorithm: name === 'dark' ? darkWithOurRed : antdTheme.defaultAlgorithm,
    cssVar: { key: 'banyan' },
    hashed: false,
    zeroRuntime: true,
    token: {
      ...palette(colors),
      ...(name === 'light' ? grounds : {}),
      ...shape,
      controlHeight: touch ? 40 : 32,
    },
    components: components(colors),
  };
}

/** antd would dull the primary colour in the dark; ours is chosen for white text on it. */
const darkWithOurRed: typeof antdTheme.darkAlgorithm = (seed, map) => ({
  ...antdTheme.darkAlgorithm(seed, map),
  colorPrimary: dark.primary,
  colorPrimaryHover: '#E2565D',
  colorPrimaryActive: '#C02C34',
});

/** Of colours as deep as ours antd derives murky grounds; in the dark its own are right. */
const grounds = {
  colorInfoBg: '#EFF5FE',
  colorInfoBorder: '#BFD6F6',
  colorSuccessBg: '#EFF7F2',
  colorSuccessBorder: '#BBDCC8',
  colorWarningBg: '#FCF4E9',
  colorWarningBorder: '#EBCFA5',
  colorErrorBg: '#FCF0EE',
  colorErrorBorder: '#ECC4BE',
};

const shape = {
  borderRadius: 6,
  borderRadiusLG: 8,
  fontFamily,
  fontSize: 14,
  wireframe: false,
  boxShadow: '0 6px 24px rgba(0,0,0,.10)',
  boxShadowSecondary: '0 6px 24px rgba(0,0,0,.12)',
  boxShadowTertiary: 'none',
};

function palette(colors: Tokens) {
  return {
    colorPrimary: colors.primary,
    colorLink: colors.link,
    colorLinkHover: colors.link,
    colorInfo: colors.link,
    colorSuccess: colors.success,
    colorWarning: colors.warning,
    colorError: colors.error,
    colorBgLayout: colors.page,
    colorBgContainer: colors.card,
    colorBgElevated: colors.raised,
    colorBorder: colors.control,
    colorBorderSecondary: colors.line,
    colorSplit: colors.line,
    colorText: colors.text,
    colorTextSecondary: colors.second,
    colorTextTertiary: colors.third,
    colorTextDescription: colors.third,
    colorTextPlaceholder: colors.third,
    colorIcon: colors.second,
    controlItemBgActive: colors.selected,
    controlItemBgActiveHover: colors.selected,
  };
}

function components(colors: Tokens): NonNullable<ThemeConfig['components']> {
  return {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Table: {
      cellPaddingBlockMD: 7,
      cellPaddingInlineMD: 8,
      cellFontSizeMD: 14,
      headerBg: colors.header,
      headerColor: colors.text,
      headerSortActiveBg: colors.header,
      headerSortHoverBg: colors.hover,
      bodySortBg: 'transparent',
      rowHoverBg: colors.hover,
      rowSelectedBg: colors.selected,
      rowSelectedHoverBg: colors.selected,
    },
    // Red edges would read as errors.
    Input: edges(colors),
    Select: {
      optionSelectedBg: colors.selected,
      activeBorderColor: colors.link,
      hoverBorderColor: colors.third,
      activeOutlineColor: 'transparent',
    },
    DatePicker: edges(colors),
    Pagination: { itemActiveColor: colors.primaryText, itemActiveColorHover: colors.primaryText },
    Tree: { nodeSelectedBg: colors.selected, nodeSelectedColor: colors.primaryText },
    Segmented: { itemSelectedBg: colors.card },
  };
}

function edges(colors: Tokens) {
  return { activeBorderColor: colors.link, hoverBorderColor: colors.third, activeShadow: 'none' };
}
