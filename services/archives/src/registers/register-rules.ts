/** A rule of the registers as it stands in `docs` of the rule set: what it asks for, and where that is written. */
export interface RegisterRule {
  readonly id: string;
  readonly ruleSet: string;
  /** Name of the regulation, in the field's language. */
  readonly regulation: string;
  /** Null while the number of the article has not been compared with the official text. */
  readonly article: string | null;
  readonly source: string;
  readonly from: string;
  readonly months: number | null;
}

const education = {
  ruleSet: 'education-2019',
  regulation: '中国共产党党员教育管理工作条例',
  article: null,
  from: '2019',
};
const floating = {
  ruleSet: 'mobile-members-2024',
  regulation: '关于进一步加强和改进流动党员管理工作的意见',
  article: null,
  from: '2024-11',
};

/** The rules that these registers follow. Values are data of a rule set: a later edition is another entry. */
export const registerRules = {
  /** Six months out of contact: membership is suspended. */
  'lost-contact-suspend': {
    id: 'lost-contact-suspend',
    ...education,
    source: 'http://merchimize.com/news/show-39640.html',
    months: 6,
  },
  /** Two years more and still not found: removed as having left by themselves. */
  'lost-contact-removal': {
    id: 'lost-contact-removal',
    ...education,
    source: 'http://merchimize.com/news/show-39640.html',
    months: 24,
  },
  /** Abroad: one contact in each half year at the least. */
  'abroad-contact': {
    id: 'abroad-contact',
    ruleSet: 'abroad-contact',
    regulation: '出国（境）学习研究党员联系要求',
    article: null,
    source: 'zzb.ylu.edu.cn/info/1014/4251',
    from: '–',
    months: 6,
  },
  /** Outflow and inflow are kept registered; who is back is no longer floating. */
  'mobile-registration': {
    id: 'mobile-registration',
    ...floating,
    source: '中办《关于进一步加强和改进流动党员管理工作的意见》',
    months: null,
  },
} as const satisfies Record<string, RegisterRule>;

export type RegisterRuleId = keyof typeof registerRules;

/** What is to be done, and the rule that asks for it. */
export const dueActions = {
  suspend: 'lost-contact-suspend',
  remove: 'lost-contact-removal',
  'log-contact': 'abroad-contact',
  'confirm-return': 'mobile-registration',
} as const satisfies Record<string, RegisterRuleId>;
export type DueAction = keyof typeof dueActions;

/** The same day of a later month, or its last day where it has none. */
export function addMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Deadline {
  readonly action: DueAction;
  readonly dueOn: string;
}

export interface Lost {
  readonly state: string;
  readonly lostContactOn: string | null;
  readonly stateOn: string | null;
}

/** The next step with somebody out of contact; null for anybody else, or where no date is known to count from. */
export function lossDeadline({ state, lostContactOn, stateOn }: Lost): Deadline | null {
  if (state === 'out-of-contact') {
    const since = lostContactOn ?? stateOn;
    return since === null ? null : deadline('suspend', since);
  }
  if (state !== 'suspended' || lostContactOn === null || stateOn === null) return null;
  return deadline('remove', stateOn);
}

export interface Away {
  readonly abroad: boolean;
  readonly since: string;
  readonly lastContactOn: string | null;
  readonly expectedReturnOn: string | null;
  readonly closedOn: string | null;
}

/** The next step with somebody who is away: the sooner of the contact and the return. */
export function floatingDeadline(entry: Away): Deadline | null {
  if (entry.closedOn !== null) return null;
  const contact = entry.abroad ? deadline('log-contact', entry.lastContactOn ?? entry.since) : null;
  const back =
    entry.expectedReturnOn === null
      ? null
      : { action: 'confirm-return' as const, dueOn: entry.expectedReturnOn };
  if (contact === null || back === null) return contact ?? back;
  return contact.dueOn <= back.dueOn ? contact : back;
}

function deadline(action: DueAction, since: string): Deadline {
  return { action, dueOn: addMonths(since, registerRules[dueActions[action]].months ?? 0) };
}
