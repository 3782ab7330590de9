import { addYears, type Day, isoOf, yearOf } from './civil-date.ts';
import { drawName } from './draw-name.ts';
import type { Sex } from './id-number.ts';
import type { Honour, Relative, ResumeEntry } from './member.ts';
import type { Draw } from './random.ts';

export interface LifeFacts {
  readonly awards: readonly Honour[];
  readonly penalties: readonly Honour[];
  readonly family: readonly Relative[];
  readonly resume: readonly ResumeEntry[];
}

interface Who {
  readonly name: string;
  readonly sex: Sex;
  readonly born: Day;
  readonly joinedOn: Day | null;
  readonly school: string | null;
  readonly workStartedOn: Day | null;
  readonly post: string | null;
  readonly unit: string;
}

const titles = ['优秀共产党员', '优秀党务工作者', '安全生产先进个人', '先进工作者', '技术能手', '三八红旗手'];

/** The fuller archive: honours, family and career, each only as far as the branch has collected it. */
export function drawLife(draw: Draw, who: Who, today: Day): LifeFacts {
  return {
    awards: draw.chance(0.16) ? [awardOf(draw, who, today)] : [],
    penalties: draw.chance(0.003)
      ? [{ on: isoOf(today - draw.int(200, 3_000)), title: '党内警告', by: `${who.unit}党委` }]
      : [],
    family: draw.chance(0.72) ? [relativeOf(draw, who)] : [],
    resume: who.workStartedOn === null || draw.chance(0.1) ? [] : resumeOf(draw, who, who.workStartedOn),
  };
}

function awardOf(draw: Draw, who: Who, today: Day): Honour {
  const title = draw.pick(who.sex === 'female' ? titles : titles.slice(0, -1));
  const from = who.joinedOn ?? today - 1_000;
  return {
    on: isoOf(Math.min(today - 30, draw.int(from, Math.max(from, today - 30)))),
    title,
    by: `${who.unit}党委`,
  };
}

/** A spouse for those of an age for it, otherwise father or mother. */
function relativeOf(draw: Draw, who: Who): Relative {
  const married = yearOf(who.born) < 1997 && draw.chance(0.85);
  if (married) {
    const sex = who.sex === 'male' ? 'female' : 'male';
    const born = who.born + draw.int(-1_400, 1_400);
    return {
      relation: who.sex === 'male' ? '妻子' : '丈夫',
      name: drawName(draw, '汉族', sex, born),
      bornOn: isoOf(born),
      work: null,
    };
  }
  const born = addYears(who.born, -26) - draw.int(0, 1_500);
  const isFather = draw.chance(0.5);
  return {
    relation: isFather ? '父亲' : '母亲',
    name: drawName(draw, '汉族', isFather ? 'male' : 'female', born),
    bornOn: isoOf(born),
    work: '退休',
  };
}

function resumeOf(draw: Draw, who: Who, started: Day): ResumeEntry[] {
  const work = { from: isoOf(started), to: null, place: who.unit, post: who.post };
  if (who.school === null || draw.chance(0.4)) return [work];
  return [
    {
      from: isoOf(addYears(started, -3)),
      to: isoOf(started - draw.int(1, 60)),
      place: who.school,
      post: '学生',
    },
    work,
  ];
}
