import { theme as antd, type ThemeConfig } from 'antd'
import { font, type Mode, palette } from './palette.ts'

const tokens = (mode: Mode): NonNullable<ThemeConfig['token']> => {
  const p = palette[mode]
  return {
    colorPrimary: p.fill,
    colorPrimaryHover: p.fillHover,
    colorPrimaryActive: p.fillHover,
    colorPrimaryText: p.red,
    colorPrimaryBg: p.redSoft,
    colorPrimaryBorder: p.redLine,
    colorLink: p.red,
    colorLinkHover: p.red,
    colorError: p.red,
    colorErrorBg: p.redSoft,
    colorErrorBorder: p.redLine,
    colorWarning: p.ochre,
    colorWarningBg: p.ochreSoft,
    colorWarningBorder: p.ochreLine,
    colorSuccess: p.green,
    colorSuccessBg: p.greenSoft,
    colorSuccessBorder: p.greenLine,
    colorInfo: p.blue,
    colorInfoBg: p.blueSoft,
    colorInfoBorder: p.blueLine,
    colorText: p.ink,
    colorTextSecondary: p.ink2,
    colorTextTertiary: p.ink3,
    colorTextQuaternary: p.inkOff,
    colorTextPlaceholder: p.ink3,
    colorTextHeading: p.ink,
    colorTextDescription: p.ink2,
    colorTextDisabled: p.inkOff,
    colorBgLayout: p.paper,
    colorBgContainer: p.surface,
    colorBgElevated: p.raised,
    colorBorder: p.lineStrong,
    colorBorderSecondary: p.line,
    colorSplit: p.line,
    colorFillAlter: p.paper,
    fontFamily: font.sans,
    fontSize: 14,
    lineHeight: 1.5715,
    borderRadius: 6,
    borderRadiusSM: 4,
    borderRadiusLG: 8,
    controlHeight: 34,
    controlHeightSM: 28,
    controlHeightLG: 44,
    boxShadow: '0 8px 28px rgba(40, 32, 24, 0.1)',
    boxShadowSecondary: '0 6px 24px rgba(40, 32, 24, 0.12)',
    boxShadowTertiary: 'none',
  }
}

const components = (mode: Mode): NonNullable<ThemeConfig['components']> => {
  const p = palette[mode]
  return {
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none', fontWeight: 400, contentFontSizeSM: 13 },
    Table: {
      headerBg: 'transparent',
      headerColor: p.ink2,
      headerSplitColor: 'transparent',
      borderColor: p.line,
      rowHoverBg: p.paper,
      rowSelectedBg: p.redSoft,
      rowSelectedHoverBg: p.redSoft,
      cellPaddingBlockSM: 8,
      cellPaddingInlineSM: 10,
      cellFontSizeSM: 14,
    },
    Steps: { iconSize: 26, titleLineHeight: 26 },
    Tabs: { itemColor: p.ink2, itemSelectedColor: p.ink, itemHoverColor: p.ink, inkBarColor: p.fill, titleFontSize: 14 },
    Tooltip: { colorBgSpotlight: mode === 'dark' ? '#3A3530' : '#37312B' },
    Drawer: { footerPaddingInline: 24, footerPaddingBlock: 14 },
    Segmented: { itemSelectedBg: p.surface, trackBg: p.sunken },
  }
}

/** Ant Design dressed in the tokens of palette.ts. */
export const antTheme = (mode: Mode): ThemeConfig => ({
  algorithm: mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
  token: tokens(mode),
  components: components(mode),
})
