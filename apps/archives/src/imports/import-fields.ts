import { useText } from '@banyan/ui-kit';
import { useCallback } from 'react';
import { useMemberWords } from '../members/use-member-words.ts';
import { fieldTexts } from '../members/field-texts.ts';
import type { ImportField } from './import.ts';

/** In the order in which they are offered; a field of the contract that is missing here does not compile. */
const offered: Readonly<Record<ImportField, true>> = {
  name: true,
  idNumber: true,
  sex: true,
  ethnicity: true,
  bornOn: true,
  education: true,
  stage: true,
  organization: true,
  section: true,
  joinedOn: true,
  fullOn: true,
  post: true,
  phone: true,
  address: true,
  state: true,
  lostContactOn: true,
  nativePlace: true,
  degree: true,
  school: true,
  major: true,
  workStartedOn: true,
  workUnit: true,
  partyPost: true,
  appliedOn: true,
  activistOn: true,
  candidateOn: true,
  introducers: true,
  cultivators: true,
  formerName: true,
  verifiedOn: true,
  note: true,
};

/** Every field that a column can bring. */
export const importFields = Object.keys(offered) as readonly ImportField[];

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
