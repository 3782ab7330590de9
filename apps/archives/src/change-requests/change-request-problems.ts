import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of change requests: what is wrong, and the way on. */
export const changeRequestProblems = defineCatalog(
  {
    'problem.archives.change-request-empty': '所填内容与档案现有内容相同，无需更正。',
    'problem.archives.change-request-many':
      '您对此人的待审核申请已达上限。请等支部审核，或先撤回不需要的申请。',
    'problem.archives.change-request-verdict': '审核结果不完整，请按提示补充。',
    'problem.archives.change-request-conflict': '档案在申请之后有变化。请核对最新内容后再次提交。',
    'problem.archives.change-request-closed': '该申请已审核或已撤回。请刷新查看结果。',
    'problem.archives.change-request-own-record': '本人档案的更正须由支部其他负责人或上级审核。',
    'problem.archives.change-request-not-proposer': '只有提出人可以撤回。如有权审核，请选择不采纳。',
    'problem.unchanged': '与现有内容相同',
    'problem.conflicting': '提出之后已有变化，请核对',
    'problem.not-proposed': '不在这项申请之内',
  },
  {
    'problem.archives.change-request-empty': 'All values are as they are on record: nothing to correct.',
    'problem.archives.change-request-many':
      'Too many of your requests for this person wait already. Let the branch decide, or withdraw what is not needed.',
    'problem.archives.change-request-verdict': 'The decision is incomplete; see the notes at the fields.',
    'problem.archives.change-request-conflict':
      'The record has changed since the proposal. Compare it as it is now and send again.',
    'problem.archives.change-request-closed':
      'This request has been decided or withdrawn. Reload to see what became of it.',
    'problem.archives.change-request-own-record':
      'Corrections of your own record are decided by another officer of the branch, or by the unit above.',
    'problem.archives.change-request-not-proposer':
      'Only whoever proposed it may withdraw it. Decline it instead, if you may decide.',
    'problem.unchanged': 'As it is on record',
    'problem.conflicting': 'Has changed since; compare it',
    'problem.not-proposed': 'Not part of this request',
  },
);
