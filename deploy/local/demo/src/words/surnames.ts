import { type Weighted, weighted } from '../random.ts';

/** Surnames with their bearers per thousand, after the usual national ranking. */
const perMille =
  '王71 李70 张66 刘53 陈44 杨30 赵23 黄21 周19 吴19 徐15 孙15 马13 胡12 朱12 郭12 何11 林10 高10 罗9 郑9 梁8 谢8 宋8 唐7 ' +
  '许7 韩7 邓6 冯6 曹6 彭6 曾5 肖6 田5 董5 潘5 袁5 蔡5 蒋5 余5 于5 杜5 叶4 程4 魏4 苏4 吕4 丁4 任4 卢4 姚4 沈4 钟4 姜4 崔4 ' +
  '谭4 陆4 汪4 廖3 石3 金3 贾3 夏3 付3 方3 邹3 熊3 白3 孟3 秦3 邱2 侯2 尹2 薛2 闫2 雷2 段2 龙2 黎2 史2 陶2 贺2 郝2 顾2 ' +
  '龚2 邵2 万2 武2 钱2 戴2 严2 孔2 向2 常1 汤1 康1 施1 文1 牛1 樊1 葛1 安1 梅1 柴1 褚1 卫1 尤1 屈1 焦1 殷1 庞1 祁1 ' +
  '苗1 耿1 霍1 靳1 阎1 单1 欧阳1 上官1';

export const surnames = parse(perMille);
export const huiSurnames = parse('马45 王9 杨7 李7 张5 丁5 白5 哈2 金3 海2 沙3 穆3 纳2 妥2 苏3 田2');
export const xibeSurnames = parse('佟8 关9 吴8 郭6 安7 何6 付5 孔4 赵4 贺3 苏3');
export const manchuSurnames = parse('关8 佟4 赵7 金5 富3 傅3 那2 马3 王6 李5 张4 白3');

function parse(text: string): Weighted<string> {
  return weighted(
    text.split(' ').map((entry) => [entry.replace(/\d+$/, ''), Number(/\d+$/.exec(entry)?.[0])] as const),
  );
}
