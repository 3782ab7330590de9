import { useText } from '@banyan/ui-kit';
import { useCallback } from 'react';
import { useMemberWords } from '../members/use-member-words.ts';
import { fieldTexts } from '../members/field-texts.ts';
import type { ImportField } from './import.ts';

/** Every field that a column can bring, in the order in which they are offered. */
export const importFields: readonly ImportField[] = [
  'name',
  'idNumber',
  'sex',
  'ethnicity',
  'bornOn',
  'education',
  'stage',
  'organization',
  'section',
  'joinedOn',
  'fullOn',
  'post',
  'phone',
  'address',
  'state',
  'lostContactOn',
  'nativePlace',
  'degree',
  'school',
  'major',
  'workStartedOn',
  'workUnit',
  'partyPost',
  'appliedOn',
  'activistOn',
  'candidateOn',
  'introducers',
  'cultivators',
  'formerName',
  'verifiedOn',
  'note',
];

/** A roster names what a record links to. */
const namedAs: Partial<Record<ImportField, string>> = {
  organization: 'organizationId',
  section: 'sectionId',
};

export function useFieldName(): (field: ImportField) => string {
  const words = useMemberWords();
  return useCallback((field) => words.field(namedAs[field] ?? field), [words]);
}

/** Rosters are written in Chinese whatever language their reader has. */
export function useRosterChoices(): (field: ImportField) => readonly string[] {
  const t = useText({ 'zh-CN': fieldTexts['zh-CN'], 'en-US': fieldTexts['zh-CN'] });
  return useCallback(
    (field) => {
      if (field === 'sex') return [t('sex.male'), t('sex.female')];
      if (field === 'stage')
        return [
          t('stage.full'),
          t('stage.probationary'),
          t('stage.candidate'),
          t('stage.activist'),
          t('stage.applicant'),
        ];
      return [];
    },
    [t],
  );
}
