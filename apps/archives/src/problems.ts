import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of archives, of whole requests and of fields: what is wrong, and the way on. */
export const archivesProblems = defineCatalog(
  {
    'problem.archives.member-invalid': '有些内容互相矛盾，请按字段提示修改后再保存。',
    'problem.archives.id-number-taken':
      '该证件号码已在另一份在册档案中。请核对号码，或在列表中按号码查找已有档案。',
    'problem.archives.stage-not-next': '人员类别只能逐步推进。请刷新后按当前可办理的下一步操作。',
    'problem.archives.state-not-open': '按当前状态不能这样变更。请刷新后重新选择。',
    'problem.taken': '已在另一份在册档案中。请核对，或在列表中按号码查找',
    'problem.date.order': '与其他日期的先后不符',
    'problem.date.future': '不能晚于今天',
    'problem.date.stage-not-reached': '尚未到这一阶段，请留空',
    'problem.section.unknown': '不是该支部的党小组',
    'problem.organization.not-a-home': '请选择党支部或联合党支部',
    'problem.organization.ended': '该支部已撤销或合并，请另选',
    'problem.id-number.form': '应为 18 位（或 15 位）证件号码',
    'problem.id-number.birth-date': '号码中的出生日期不存在',
    'problem.id-number.check-character': '末位校验不符，请核对号码',
    'problem.id-number.sex': '与证件号码中的性别不符',
    'problem.id-number.born-on': '与证件号码中的出生日期不符',
    'problem.left-kind.stage': '这种方式不适用于当前人员类别',
    'problem.left-kind.state': '只在“已出党”时填写',
    'problem.archives.unmask-limit':
      '短时间内查看敏感信息的档案已达上限，约 {minutes} 分钟后可查看其他人的。已查看过的仍可随时再看；确需查看多人时，请使用填写理由的未脱敏导出。这次暂停已告知审计管理员。',
    'problem.list.cursor-unusable': '列表位置已失效，请回到第一页。',
  },
  {
    'problem.archives.member-invalid':
      'Some values contradict each other. See the notes at the fields and save again.',
    'problem.archives.id-number-taken':
      'This ID number is on another record already. Check it, or look the number up in the list.',
    'problem.archives.stage-not-next':
      'Stages are taken one at a time. Reload and take the step that is open now.',
    'problem.archives.state-not-open':
      'This change is not open from the present state. Reload and choose again.',
    'problem.taken': 'On another record already. Check it, or look it up in the list',
    'problem.date.order': 'Does not agree with the order of the other dates',
    'problem.date.future': 'Cannot be after today',
    'problem.date.stage-not-reached': 'This stage is not reached yet; leave it empty',
    'problem.section.unknown': 'Not a party group of this branch',
    'problem.organization.not-a-home': 'Choose a branch or a joint branch',
    'problem.organization.ended': 'This branch has ended; choose another',
    'problem.id-number.form': 'An ID number has 18 (or 15) characters',
    'problem.id-number.birth-date': 'The birth date inside this number does not exist',
    'problem.id-number.check-character': 'The last character does not agree; check the number',
    'problem.id-number.sex': 'Disagrees with the sex inside the ID number',
    'problem.id-number.born-on': 'Disagrees with the birth date inside the ID number',
    'problem.left-kind.stage': 'Not open to somebody of this stage',
    'problem.left-kind.state': 'Only for somebody who left',
    'problem.archives.unmask-limit':
      'You have seen sensitive fields of as many records as are allowed in a short time. Others open again in about {minutes} min; those you have seen open at once. For many people, export in full with a reason. The auditor has been told of this pause.',
    'problem.list.cursor-unusable': 'This place in the list is gone. Go back to the first page.',
  },
);
