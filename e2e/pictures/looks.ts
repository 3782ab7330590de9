export const sizes = [
  { name: '1440x900', width: 1440, height: 900 },
  { name: '1280x720', width: 1280, height: 720 },
  { name: '390x844', width: 390, height: 844 },
] as const;
export const themes = ['light', 'dark'] as const;
export const languages = ['zh-CN', 'en-US'] as const;

export type Look = {
  size: (typeof sizes)[number];
  theme: (typeof themes)[number];
  language: (typeof languages)[number];
};

/** Every size in both themes and both languages. */
export const looks: Look[] = themes.flatMap((theme) =>
  languages.flatMap((language) => sizes.map((size) => ({ size, theme, language }))),
);

export function lookName({ size, theme, language }: Look): string {
  return `${size.name} ${theme} ${language}`;
}
