/** Colours are named by role, never by hue, except the six tones. The same values stand in tokens.css; a test compares them. */
export type Mode = 'light' | 'dark'

/** Whose turn it is: grey the member, ochre someone in school, blue outside, green done, red must be mended, plum set aside. */
export type Tone = 'red' | 'ochre' | 'blue' | 'green' | 'plum' | 'grey'

const light = {
  surface: '#FFFFFF',
  paper: '#F9F7F4',
  sunken: '#F4F1ED',
  raised: '#FFFFFF',
  line: '#E9E5DF',
  lineStrong: '#D3CCC2',
  ink: '#221E1A',
  ink2: '#575049',
  ink3: '#706860',
  inkOff: '#A8A096',
  fill: '#A61B29',
  fillHover: '#8D1521',
  onFill: '#FFFFFF',
  red: '#A61B29',
  redSoft: '#FAEFEE',
  redLine: '#E4BFBD',
  ochre: '#7F5208',
  ochreSoft: '#FAF3E4',
  ochreLine: '#E2CFA4',
  blue: '#2F567F',
  blueSoft: '#EEF3F8',
  blueLine: '#BFD0E0',
  green: '#28664A',
  greenSoft: '#EDF4F0',
  greenLine: '#B9D3C5',
  plum: '#65517A',
  plumSoft: '#F3F0F6',
  plumLine: '#D2C7DC',
  grey: '#665F57',
  greySoft: '#F3F1EE',
  greyLine: '#D8D2CA',
}

const dark: typeof light = {
  surface: '#1C1A18',
  paper: '#151311',
  sunken: '#262320',
  raised: '#242120',
  line: '#322E2A',
  lineStrong: '#4A443E',
  ink: '#EEE9E3',
  ink2: '#BDB5AB',
  ink3: '#9C948A',
  inkOff: '#6B645C',
  fill: '#B22F3A',
  fillHover: '#C43F49',
  onFill: '#FFFFFF',
  red: '#F0908B',
  redSoft: '#38211F',
  redLine: '#6A3A37',
  ochre: '#DDB16A',
  ochreSoft: '#322818',
  ochreLine: '#5E4C2B',
  blue: '#92B5D9',
  blueSoft: '#1D2833',
  blueLine: '#38506A',
  green: '#86C0A1',
  greenSoft: '#1B2A22',
  greenLine: '#345644',
  plum: '#BCA7D0',
  plumSoft: '#292331',
  plumLine: '#4E4260',
  grey: '#B0A89E',
  greySoft: '#272421',
  greyLine: '#443E38',
}

export const palette = { light, dark }

/** Completion, five steps from nothing to all; text on every step is ink. */
export const heat = {
  light: ['#FFFFFF', '#F1F5F2', '#E0EBE4', '#CBDED2', '#B3CFBF'],
  dark: ['#1C1A18', '#1D2521', '#1F3029', '#234034', '#2A5041'],
}

/** Chart series in this order. Red is no series: in a chart it marks only what needs a person. */
export const series = {
  light: ['#3F7A5D', '#45709C', '#8B76A3', '#B08A45', '#8A8177', '#6C9AA0', '#A9836B', '#C7BFB4'],
  dark: ['#6FAE8C', '#7FA6CF', '#A893BF', '#CBA35D', '#A39A8F', '#86B4BA', '#C29C84', '#5C554E'],
}

export const font = {
  sans: '"PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "Helvetica Neue", Arial, sans-serif',
  /** Wordmark, page titles, great numbers and paper; never running text. */
  serif: '"Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", STSong, SimSun, serif',
}
