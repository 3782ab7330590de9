import type { Sex } from '../id-number.ts';

/** Given names by nationality, in the usual transcription; the father's given name follows after a dot. */
const uyghur = {
  male:
    '艾力 艾尼瓦尔 买买提 吐尔逊 阿不都热合曼 阿不力孜 阿迪力 玉素甫 木合塔尔 库尔班 热合曼 依明 卡德尔 艾合买提 牙生 帕尔哈提 亚力坤 ' +
    '居来提 乌斯曼 艾则孜 塔依尔 肉孜 地力夏提 麦麦提江 凯赛尔 伊力亚尔 努尔麦麦提 阿里木江 吐尔洪 艾山',
  female:
    '古丽努尔 阿依古丽 热依汗 帕提古丽 祖丽菲亚 米娜瓦尔 阿孜古丽 古丽巴哈尔 热娜古丽 玛依努尔 迪丽娜尔 阿依努尔 茹仙古丽 帕丽旦 努尔比亚 ' +
    '阿米娜 茹克亚 麦尔哈巴 吐尔逊古丽 再努尔 海丽且姆 努尔古丽',
};
const kazakh = {
  male: '叶尔兰 叶尔江 巴合提 哈布力 努尔兰 达吾列提 阿依恒 叶尔肯 木拉提 赛力克 哈那提 加尔恒 胡安德克 塔斯肯 吾肯 叶斯哈提 巴合达吾列提',
  female:
    '阿依努尔 古丽娜尔 加娜尔 阿依江 沙吾列 巴合提古丽 玛合帕丽 哈丽娜 努尔古丽 阿依达娜 古丽扎提 库丽帕西',
};
/** Mongol names are of two parts and carry no father's name. */
const mongolParts = {
  male: [
    '才仁 道尔吉 巴图 那木 乌力吉 宝音 孟克 布仁 巴音 格日勒 苏和 那生 阿拉腾 达瓦',
    '加甫 巴图 孟克 巴依尔 德力格尔 图 吉尔格勒 巴雅尔 苏荣 扎布',
  ],
  female: ['乌云 娜仁 萨仁 阿拉腾 其木 斯琴 道日 乌仁 傲登 那仁', '其其格 花 图雅 格日勒 其木格 托娅'],
} as const;

type Names = Record<Sex, readonly string[]>;

export const uyghurNames = split(uyghur);
export const kazakhNames = split(kazakh);
export const mongolNames: Names = { male: combine(mongolParts.male), female: combine(mongolParts.female) };

function split(text: Record<Sex, string>): Names {
  return { male: text.male.split(' '), female: text.female.split(' ') };
}

function combine([first, second]: readonly [string, string]): string[] {
  const endings = second.split(' ');
  return first
    .split(' ')
    .flatMap((start) => endings.filter((end) => end !== start).map((end) => start + end));
}
