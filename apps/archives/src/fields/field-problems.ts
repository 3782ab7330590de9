import { defineCatalog } from '@banyan/ui-kit';

/** Refusals of custom fields and saved views: what is wrong, and the way on. */
export const fieldProblems = defineCatalog(
  {
    'problem.archives.field-invalid': '字段的设置有误，请按提示修改。',
    'problem.archives.field-key-taken': '这个标识已被使用，请换一个。',
    'problem.archives.too-many-fields': '本组织的字段已达上限。可以恢复使用已停用的字段，或设在其他层级。',
    'problem.archives.too-many-views': '视图已达上限，请先删除不再使用的视图。',
    'problem.field.key-taken': '已被使用，请换一个',
    'problem.field.number-only': '只有数字才有这一项',
    'problem.field.bounds': '不能小于最小值',
    'problem.field.list-only': '只有单选和多选才有选项',
    'problem.field.no-choice': '至少要有一个选项',
    'problem.field.choice-twice': '有重复的选项',
    'problem.custom.unknown': '该组织没有这个字段，或已停用',
    'problem.custom.stage': '这一类人员不填此项',
  },
  {
    'problem.archives.field-invalid': 'The field cannot be like this. See the notes at its parts.',
    'problem.archives.field-key-taken': 'This key is taken. Choose another.',
    'problem.archives.too-many-fields':
      'This organization has as many fields as it may. Use an archived one again, or set it at another level.',
    'problem.archives.too-many-views': 'There are as many views as there may be. Remove one first.',
    'problem.field.key-taken': 'Taken; choose another',
    'problem.field.number-only': 'Numbers alone have this',
    'problem.field.bounds': 'Cannot be below the minimum',
    'problem.field.list-only': 'Lists alone have choices',
    'problem.field.no-choice': 'There must be a choice',
    'problem.field.choice-twice': 'A choice is there twice',
    'problem.custom.unknown': 'This organization has no such field, or it is archived',
    'problem.custom.stage': 'Not asked for at this stage',
  },
);
