import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of the registers: what is wrong, and the way on. */
export const registerProblems = defineCatalog(
  {
    'problem.archives.register-invalid': '有些内容互相矛盾，请按字段提示修改后再保存。',
    'problem.archives.register-home-only': '只有组织关系所在支部可以更改或结束这条登记；本支部可以登记联系。',
    'problem.archives.floating-closed': '这条登记已结束。如再次外出，请重新登记。',
    'problem.archives.not-an-active-member': '只有状态为“正常”的预备党员和正式党员可以登记为流出。',
    'problem.archives.already-floating': '此人已有登记。请更正原有登记，或先将其结束。',
    'problem.archives.not-out-of-contact': '此人当前不是失联状态，请刷新后查看。',
    'problem.floating.at-home': '这是组织关系所在支部，请另选或留空',
    'problem.floating.taken': '该证件号码已在集团内另一条登记中',
  },
  {
    'problem.archives.register-invalid':
      'Some values contradict each other. See the notes at the fields and save again.',
    'problem.archives.register-home-only':
      'The branch of the formal relation alone changes or closes this entry; contacts can be logged here.',
    'problem.archives.floating-closed':
      'This entry is closed. Register the person anew if they are away again.',
    'problem.archives.not-an-active-member':
      'Only active probationary and full members can be registered as away.',
    'problem.archives.already-floating':
      'This person is registered already. Correct that entry, or close it first.',
    'problem.archives.not-out-of-contact': 'This person is not out of contact now. Reload and look again.',
    'problem.floating.at-home': 'This is the branch of the formal relation; choose another or none',
    'problem.floating.taken': 'This ID number is in another entry of the group',
  },
);
