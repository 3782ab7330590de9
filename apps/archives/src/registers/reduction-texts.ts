import { defineCatalog } from '@banyan/ui-kit';
import { registerTexts } from './register-texts.ts';

/** Words of whoever left the roll. */
export const reductionTexts = defineCatalog(
  {
    ...registerTexts['zh-CN'],
    reductionsTitle: '党员减少',
    reductionsEmpty: '没有减少记录',
    reductionsEmptyHint: '转出、出党、死亡的人员列在这里，档案永久保留。',
    kindFilter: '类别',
    leftKindFilter: '出党方式',
    kind: '类别',
    leftOn: '减少日期',
    by: '登记人',
    'kind.transferred-out': '转出集团外',
    'kind.left': '出党',
    'kind.deceased': '死亡',
  },
  {
    ...registerTexts['en-US'],
    reductionsTitle: 'Reductions',
    reductionsEmpty: 'No reductions',
    reductionsEmptyHint: 'Whoever went over, left or died is listed here; records are kept for good.',
    kindFilter: 'Kind',
    leftKindFilter: 'Way of leaving',
    kind: 'Kind',
    leftOn: 'Date',
    by: 'Recorded by',
    'kind.transferred-out': 'Transferred out of the group',
    'kind.left': 'Left the party',
    'kind.deceased': 'Deceased',
  },
);
