import type { Stage } from '@banyan/contracts/person';

/** The text that a rule stands on. Articles of 2026 are second-hand until compared with the official text. */
export interface Basis {
  readonly ruleSet: string;
  readonly article: string;
  /** Civil date; of `develop-2026` that of its promulgation. */
  readonly effectiveFrom: string;
  readonly source: string;
}

export interface NationalItem {
  readonly item: string;
  /** As the regulation calls it; the console translates by `item`. */
  readonly name: string;
  /** What it consists of, where it is more than one paper. */
  readonly papers: readonly string[];
  /** From which stage on a dossier without it has a gap; null for what is welcome and never asked for. */
  readonly stage: Stage | null;
  /** So many files make it complete. */
  readonly least: number;
  /** The step of admission that makes it. */
  readonly step: string | null;
}

/** Rule `dossier-core-items`: the five that go to the personnel file. `dossier-filing` says by which article. */
export const coreRule = 'dossier-core-items';
const coreSource = 'https://wenda.12371.cn/liebiao.php?mod=viewthread&tid=649296';

const bases: readonly Basis[] = [
  { ruleSet: 'develop-2014', article: '37', effectiveFrom: '2014-05-28', source: coreSource },
  { ruleSet: 'develop-2026', article: '36', effectiveFrom: '2026-05-18', source: coreSource },
];

/** The text in force on a civil date; before the first one that is known, the first one. */
export function basisOn(date: string): Basis {
  return bases.findLast(({ effectiveFrom }) => effectiveFrom <= date) ?? (bases[0] as Basis);
}

/** In the order of a life. Each is due once the stage is reached that its step leads to. */
export const nationalItems: readonly NationalItem[] = [
  {
    item: 'application',
    name: '入党申请书',
    papers: [],
    stage: 'applicant',
    least: 1,
    step: 'application',
  },
  {
    item: 'cultivation',
    name: '培养教育考察材料',
    papers: ['考察登记表', '思想汇报'],
    stage: 'candidate',
    least: 2,
    step: 'cultivation',
  },
  {
    item: 'political-review',
    name: '政治审查材料',
    papers: ['结论性政审材料'],
    stage: 'probationary',
    least: 1,
    step: 'political-review',
  },
  {
    item: 'admission-form',
    name: '入党志愿书',
    papers: [],
    stage: 'probationary',
    least: 1,
    step: 'form-filling',
  },
  {
    item: 'full-application',
    name: '转正申请书',
    papers: [],
    stage: 'full',
    least: 1,
    step: 'full-application',
  },
  { item: 'other', name: '其他材料', papers: [], stage: null, least: 1, step: null },
];
