import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of verification rounds: what is wrong, and the way on. */
export const verificationProblems = defineCatalog(
  {
    'problem.archives.verification-invalid': '有些内容不能这样填写，请按字段提示修改。',
    'problem.archives.verification-overlapping':
      '上级或下级已有一轮进行中的核实问到同样的人员。请先结束那一轮，或另选人员类别。',
    'problem.archives.verification-closed': '这一轮核实已结束，不能再答复或修改。',
    'problem.archives.verification-finished': '所选组织已全部完成，无需催办。',
    'problem.archives.verification-answers': '答复不完整，请补充后再提交。',
    'problem.archives.verification-people-changed':
      '有人员的档案刚有变化，或已不在本支部。请核对最新内容后再确认。',
    'problem.archives.verification-below':
      '发起、修改和结束核实要求您的权限包含该组织及其全部下级。请另选组织，或请上级办理。',
    'problem.organization.held-alone': '您的权限只到该组织本级，不含下级',
    'problem.date.past': '不能早于今天',
    'problem.organization.no-branches': '请选择有支部的在册组织',
    'problem.gone': '已不在本支部',
    'problem.changed': '档案刚有变化，请核对',
  },
  {
    'problem.archives.verification-invalid': 'Some values cannot be used. See the notes at the fields.',
    'problem.archives.verification-overlapping':
      'An open round above or below asks about the same people. Close it first, or choose other stages.',
    'problem.archives.verification-closed': 'This round is closed: it takes no answers or changes any more.',
    'problem.archives.verification-finished': 'Everybody there is done; there is nobody to remind.',
    'problem.archives.verification-answers': 'The answers are incomplete. Complete them and send again.',
    'problem.archives.verification-people-changed':
      'Some records have just changed, or people have gone. Look at the list as it is now and confirm again.',
    'problem.archives.verification-below':
      'Running a round takes the right for the organization with all below it. Choose another, or ask a higher level.',
    'problem.organization.held-alone': 'You hold this organization without what is below it',
    'problem.date.past': 'Cannot be before today',
    'problem.organization.no-branches': 'Choose an active organization with branches',
    'problem.gone': 'Not in this branch any more',
    'problem.changed': 'The record has just changed; compare it',
  },
);
