import { theme as antdTheme, type ThemeConfig } from 'antd';
import { dark, fontFamily, light, type Tokens } from './tokens.ts';

export type ThemeName = 'light' | 'dark';

/** The one theme of the console: warm greys, hairlines, red only for identity, the primary action and overdue. */
export function consoleTheme(name: ThemeName): ThemeConfig {
  const colors = name === 'dark' ? dark : light;
  return {
    algorithm: name === 'dark' ? antdTheme.darkAlgorithm : antdTheme.defaultAlgorithm,
    cssVar: { key: 'banyan' },
    hashed: false,
    zeroRuntime: true,
    token: { ...palette(colors), ...shape },
    components: components(colors),
  };
}

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
    colorBgElevated: colors.card,
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
    Pagination: { itemActiveColor: colors.primaryText, itemActiveColorHover: colors.primaryText },
    Tree: { nodeSelectedBg: colors.selected, nodeSelectedColor: colors.primaryText },
    Select: { optionSelectedBg: colors.selected },
    Segmented: { itemSelectedBg: colors.card },
  };
}
