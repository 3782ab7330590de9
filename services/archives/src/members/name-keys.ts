import { pinyin } from 'pinyin-pro';

/** What a name is found by. All lower case and in byte order; pinyin has letters only. */
export interface SearchKeys {
  readonly givenName: string;
  readonly pinyin: string;
  readonly givenPinyin: string;
  readonly initials: string;
}

const compoundSurnames = new Set(
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 司空 夏侯 令狐 长孙 宇文 轩辕 端木 百里 呼延 南宫 独孤 东郭 西门 钟离 闾丘 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 仲孙 赫连 拓跋 万俟 闻人 完颜 第五 纳兰'.split(
    ' ',
  ),
);
const han = /\p{Script=Han}/u;

/** Characters of the surname: two of a compound one, else one; names of other forms are parted at the middle dot. */
function surnameLength(characters: readonly string[]): number {
  const dot = characters.findIndex((character) => '·•・.'.includes(character));
  if (dot > 0) return dot + 1;
  if (!han.test(characters[0] ?? '')) return Math.max(0, characters.indexOf(' ') + 1);
  if (characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join(''))) return 2;
  return characters.length > 1 ? 1 : 0;
}

function letters(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}

/** Names in Latin letters are their own pinyin; the initials are those of their words. */
function latinKeys(name: string, cut: number): SearchKeys {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return {
    givenName: name.slice(cut),
    pinyin: letters(plain),
    givenPinyin: letters(plain.slice(cut)),
    initials: letters(plain.replaceAll(/(?<=[a-z])[a-z]+/gi, '')),
  };
}

export function searchKeys(name: string): SearchKeys {
  const characters = [...name];
  if (!han.test(name)) return latinKeys(name, surnameLength(characters));
  const cut = surnameLength(characters);
  const syllables = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true }).map(letters);
  // Runs of Latin text come as one element, so the place of the cut is only known where all are Han.
  const aligned = syllables.length === characters.length;
  const given = characters.slice(cut).join('');
  const givenSyllables = aligned
    ? syllables.slice(cut)
    : pinyin(given, { toneType: 'none', type: 'array', v: true }).map(letters);
  return {
    givenName: given,
    pinyin: syllables.join(''),
    givenPinyin: givenSyllables.join(''),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(''),
  };
}
