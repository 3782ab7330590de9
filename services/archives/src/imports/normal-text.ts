const han = '\\p{Script=Han}';
const spacesInHan = new RegExp(`(?<=${han})\\s+(?=${han})`, 'gu');

/** Half-width letters and digits, single blanks, and none between Chinese characters, which pad short names. */
export function normalText(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[\s\u200B-\u200D\uFEFF]+/g, ' ')
    .trim()
    .replaceAll(spacesInHan, '');
}

/** For comparing words: also without brackets and what is in them, marks, blanks and case. */
export function wordKey(text: string): string {
  return normalText(text)
    .toLowerCase()
    .replaceAll(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replaceAll(/[\s*:：、，,。.\-—_/\\#"'“”‘’()（）]/g, '');
}
