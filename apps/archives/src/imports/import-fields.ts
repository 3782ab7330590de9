import { useText } from '@banyan/ui-kit';
import { useCallback, useMemo } from 'react';
import { customName } from '../fields/custom-field.ts';
import { useFields } from '../fields/queries.ts';
import { useRecordWords } from '../members/use-record-words.ts';
import { fieldTexts } from '../members/field-texts.ts';
import type { Import, ImportField, RosterField } from './import.ts';

/** In the order in which they are offered; a field of the contract that is missing here does not compile. */
const offered: Readonly<Record<RosterField, true>> = {
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

/** Fields of every record that a column can bring. */
const importFields = Object.keys(offered) as readonly RosterField[];

/** What the columns of an import can bring: also the custom fields in use where it goes, and below. */
export function useOfferedFields({ organizationId }: Pick<Import, 'organizationId'>): readonly ImportField[] {
  const custom = useFields({ organizationId, below: 'true' });
  return useMemo(
    () => [...importFields, ...custom.filter(({ archived }) => !archived).map(({ key }) => customName(key))],
    [custom],
  );
}

const everywhere = {};

/** A roster names what a record links to. */
const namedAs: Partial<Record<ImportField, string>> = {
  organization: 'organizationId',
  section: 'sectionId',
};

export function useFieldName(): (field: ImportField) => string {
  const words = useRecordWords(null);
  return useCallback((field) => words.field(namedAs[field] ?? field), [words]);
}

/** More than so many are looked up in the template. */
const mostChoices = 8;

/** Rosters are written in Chinese whatever language their reader has. */
export function useRosterChoices(): (field: ImportField) => readonly string[] {
  const custom = useFields(everywhere);
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
      const known = custom.find(({ key }) => customName(key) === field);
      if (known?.kind === 'yes-no') return ['是', '否'];
      const open = known?.options.filter(({ retired }) => !retired) ?? [];
      return known?.kind === 'one-of' && open.length <= mostChoices ? open.map(({ labelZh }) => labelZh) : [];
    },
    [t, custom],
  );
}
