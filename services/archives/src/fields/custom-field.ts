import type { Stage } from '@banyan/contracts/person';

export const fieldKinds = ['text', 'long-text', 'number', 'date', 'yes-no', 'one-of', 'several-of'] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** A choice of a list. A retired one is still read and no longer chosen. */
export interface FieldOption {
  readonly value: string;
  readonly labelZh: string;
  readonly labelEn: string | null;
  readonly retired: boolean;
}

/** A field that an organization adds to the records of its people and of all below. */
export interface CustomField {
  readonly id: string;
  readonly organizationId: string;
  readonly key: string;
  readonly labelZh: string;
  readonly labelEn: string | null;
  readonly kind: FieldKind;
  readonly help: string | null;
  readonly required: boolean;
  /** Stages at which it is asked for; none means all. */
  readonly stages: readonly Stage[];
  readonly unit: string | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly options: readonly FieldOption[];
  readonly sort: number;
  /** Archived fields keep their values and are neither shown nor asked for. */
  readonly archived: boolean;
  readonly version: number;
}

/** Text, a day as `2026-11-23`, a number, yes or no, one choice, or several in the order of the list. */
export type CustomValue = string | number | boolean | readonly string[];
export type CustomValues = Readonly<Record<string, CustomValue>>;

/** A value as it is kept, null for none, or what is wrong with it. */
export type CustomReading =
  | { readonly value: CustomValue | null }
  | { readonly code: string; readonly message: string };

export function appliesAt(field: CustomField, stage: Stage): boolean {
  return !field.archived && (field.stages.length === 0 || field.stages.includes(stage));
}

export function isWrong(
  reading: CustomReading,
): reading is { readonly code: string; readonly message: string } {
  return 'code' in reading;
}

/** As people of a language read it; Chinese where there is no English. */
export function labelOf(
  of: { readonly labelZh: string; readonly labelEn: string | null },
  locale: 'zh-CN' | 'en-US',
): string {
  return locale === 'en-US' ? (of.labelEn ?? of.labelZh) : of.labelZh;
}
