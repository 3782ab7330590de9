/** Colours of `styles.css`, for what CSS variables cannot reach. Each text colour is AA on its ground. */
export const light = {
  primary: '#B8141C',
  primaryText: '#B8141C',
  selected: '#FBEDED',
  link: '#0958D9',
  success: '#2F7D4F',
  warning: '#B45309',
  error: '#B42318',
  page: '#F6F5F3',
  card: '#FFFFFF',
  raised: '#FFFFFF',
  line: '#ECEAE6',
  control: '#D9D5CF',
  hover: '#F5F3F1',
  header: '#FAF9F7',
  text: '#1F1C1A',
  second: '#5C5650',
  third: '#6F6862',
  article: '#7F5B14',
};

export type Tokens = typeof light;

export const dark: Tokens = {
  primary: '#D93A42',
  primaryText: '#F0686E',
  selected: '#3A1B1D',
  link: '#7AA7F7',
  success: '#6CC08B',
  warning: '#E5A355',
  error: '#F58A80',
  page: '#131211',
  card: '#1D1B1A',
  raised: '#242120',
  line: '#2E2B29',
  control: '#45403C',
  hover: '#262321',
  header: '#211F1D',
  text: '#F2EFEC',
  second: '#B6AFA8',
  third: '#968F88',
  article: '#D9AE57',
};

export const fontFamily =
  '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", system-ui, -apple-system, "Segoe UI", sans-serif';
