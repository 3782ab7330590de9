import type { FieldError } from '@banyan/service-kit/error';

/** What a password must be. The presets disagree on purpose: the standards do. */
export interface PasswordPolicy {
  readonly minLength: number;
  readonly maxLength: number;
  /** Of lower case, upper case, digits and signs; 0 asks for none. */
  readonly minClasses: number;
  /** Days after which it must be changed; null never. */
  readonly maxAgeDays: number | null;
  /** Former passwords that may not come back. */
  readonly remembered: number;
}

export const passwordPolicies = {
  /** 等保三级, GB/T 22239-2019 8.1.4.1 a): complexity and periodic change. */
  'gbt22239-level3': { minLength: 8, maxLength: 128, minClasses: 3, maxAgeDays: 90, remembered: 5 },
  /** OWASP ASVS 5.0 6.2: length and a list of known ones, no composition, no rotation. */
  asvs: { minLength: 12, maxLength: 128, minClasses: 0, maxAgeDays: null, remembered: 0 },
} as const satisfies Record<string, PasswordPolicy>;

export type PasswordPolicyName = keyof typeof passwordPolicies;

const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u];

/** Words that guessers try first, as they come or with digits and signs around them. */
const known = new Set(
  `password passw0rd p@ssw0rd admin administrator root welcome letmein qwerty qwertyuiop asdfgh zxcvbn iloveyou woaini
  abc abcd abcdef abc123 banyan dangyuan dangzhibu test changeme default secret master monkey dragon`.split(
    /\s+/,
  ),
);

/** Everything that is wrong with a password, as errors of the field; none when it will do. */
export function passwordErrors(
  policy: PasswordPolicy,
  password: string,
  username: string,
  field = 'password',
): FieldError[] {
  const errors: FieldError[] = [];
  const refuse = (code: string, message: string): void => void errors.push({ field, code, message });
  const length = [...password].length;
  if (length < policy.minLength) refuse('too-short', `At least ${policy.minLength} characters.`);
  if (length > policy.maxLength) refuse('too-long', `At most ${policy.maxLength} characters.`);
  const found = classes.filter((pattern) => pattern.test(password)).length;
  if (found < policy.minClasses)
    refuse('too-simple', `At least ${policy.minClasses} of lower case, upper case, digits and signs.`);
  const lower = password.toLowerCase();
  const bare = lower.replaceAll(/^[\d\W_]+|[\d\W_]+$/g, '');
  if (known.has(lower) || known.has(bare) || isRun(lower))
    refuse('too-common', 'This is one of the first that a guesser tries.');
  if (username.length >= 3 && lower.includes(username.toLowerCase()))
    refuse('holds-username', 'It must not hold the username.');
  return errors;
}

/** One character over and over, or a run such as 12345678. */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) as number);
  if (codes.length < 4) return false;
  const step = (codes[1] as number) - (codes[0] as number);
  return Math.abs(step) <= 1 && codes.every((code, i) => i === 0 || code - (codes[i - 1] as number) === step);
}
