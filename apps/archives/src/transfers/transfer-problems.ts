import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of transfers: what is wrong, and the way on. */
export const transferProblems = defineCatalog(
  {
    'problem.archives.transfer-state': '这件转接已不在这一步骤，请载入最新状态后再办理。',
    'problem.archives.transfer-other-end': '现在应由另一方办理：开具介绍信前由转出方决定，之后由转入方决定。',
    'problem.archives.transfer-open': '此人已有一件未办结的转接。请先办结或撤销，再重新申请。',
    'problem.archives.transfer-person-not-active': '此人当前状态不能转接，只有“正常”状态的人员可以转出。',
    'problem.archives.transfer-person-elsewhere': '此人已不在转出支部，请撤销这件转接。',
    'problem.archives.transfer-nobody': '该支部没有可以转接的在册人员。',
    'problem.transfer.same-branch': '此人已在该支部，请另选支部',
    'problem.date.past': '不能早于今天',
    'problem.archives.transfer-branch-ended':
      '转入支部已撤销或合并。请撤销这件转接，改选其他支部后重新申请。',
  },
  {
    'problem.archives.transfer-state': 'The transfer is no longer at this step. Load the latest state first.',
    'problem.archives.transfer-other-end':
      'This is for the other end: until the letter is issued the sending side decides, after that the receiving one.',
    'problem.archives.transfer-open':
      'This person has a transfer under way. See it through or cancel it before applying anew.',
    'problem.archives.transfer-person-not-active':
      'This person cannot be transferred now: only an active membership can go elsewhere.',
    'problem.archives.transfer-person-elsewhere':
      'This person has left the sending branch by now. Cancel this transfer.',
    'problem.archives.transfer-nobody': 'There is nobody in this branch who can be transferred.',
    'problem.transfer.same-branch': 'The branch where the person is already; choose another',
    'problem.date.past': 'Cannot be before today',
    'problem.archives.transfer-branch-ended':
      'The receiving branch has ended. Cancel this transfer and apply for another branch.',
  },
);
