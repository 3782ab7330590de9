import type { AppContext } from '@banyan/service-kit/http-app';
import type { RowCode, UndoReason } from './import-codes.ts';
import type { ImportField, RosterField } from './import-fields.ts';
import { synonyms } from './synonyms.ts';

export type Language = 'zh' | 'en';

export function languageOf(c: AppContext): Language {
  return /^\s*en\b/i.test(c.req.header('accept-language') ?? '') ? 'en' : 'zh';
}

/** What a column is called in files that are handed out; it is read back as the same. */
export function headingOf(field: RosterField): string {
  return synonyms[field][0] as string;
}

const wide: Partial<Record<ImportField, number>> = {
  idNumber: 22,
  organization: 34,
  address: 40,
  workUnit: 30,
  school: 26,
  phone: 16,
  note: 30,
};

/** In characters: what usually stands there, and the heading, can be read. */
export function widthOf(field: ImportField | null, heading: string): number {
  return Math.max(field === null ? 12 : (wide[field] ?? 12), heading.length * 2 + 2);
}

/** Errors as the person with the spreadsheet reads them. */
export const rowWords: Readonly<Record<RowCode, string>> = {
  'value.required': '必填，请填写',
  'value.too-long': '内容过长，请缩短',
  'value.unusable': '格式不符，请改为普通文字',
  'value.rounded': '长数字已丢失末几位，请将单元格设为文本后重新填写',
  'formula.no-value': '公式没有计算结果，请填写数值',
  'formula.error': '公式结果有误，请填写数值',
  'date.unreadable': '不是日期，请写成 2020-01-05',
  'date.incomplete': '缺少日，请写全，如 2020-01-05',
  'date.impossible': '没有这一天，请核对月和日',
  'date.order': '与本行其他日期先后不符',
  'date.future': '不能晚于今天',
  'date.stage-not-reached': '尚未到这一阶段，请留空或更正人员类别',
  'sex.unknown': '请填写“男”或“女”',
  'stage.unknown': '请填写正式党员、预备党员、发展对象、入党积极分子或入党申请人',
  'state.unknown': '请填写正常、停止党籍或失联，或留空',
  'state.off-the-roll': '此人已不在册，请从名册中去掉；减少党员请在档案中办理',
  'state.illegal': '该人员类别没有这种状态',
  'education.unknown': '请按模板所列学历填写',
  'degree.unknown': '请填写博士、硕士或学士，或留空',
  'organization.unknown': '您可导入的范围内没有这个党支部，请核对名称或填写代码',
  'organization.ambiguous': '有多个党支部同名，请填写全称或代码',
  'organization.not-a-home': '不是党支部，请填写具体支部',
  'organization.ended': '该支部已撤销或合并，请填写现支部',
  'section.unknown': '该支部没有这个党小组，请核对或留空',
  'number.unreadable': '不是数字，请写成 1200 或 12.5',
  'number.out-of-range': '超出该字段的范围，请对照模板的填写说明',
  'yes-no.unknown': '请填写“是”或“否”',
  'choice.unknown': '不在可选项中，请按模板所列填写',
  'custom.unknown': '该字段已停用，请不要导入此列',
  'custom.elsewhere': '此人所在组织没有该字段，请留空',
  'custom.stage': '该人员类别不填此项，请留空',
  'phone.form': '不是电话号码',
  'heading.duplicate': '有两列标题相同，请选择用哪一列',
  'duplicate.in-file': '与文件中其他行重复，请保留一行',
  'duplicate.on-roster': '已在册，请改用更新方式导入，或去掉此行',
  'duplicate.name-on-roster': '该支部已有同名人员，请填写证件号码以便区分',
  'id-number.form': '应为 18 位或 15 位证件号码',
  'id-number.birth-date': '号码中的出生日期不存在',
  'id-number.check-character': '末位校验不符，请核对号码',
  'id-number.sex': '与证件号码中的性别不符',
  'id-number.born-on': '与证件号码中的出生日期不符',
  'id-number.taken': '该证件号码已在其他档案中；号码无误的，请办理组织关系转接',
  'update.id-number-required': '按证件号码更新，请填写',
  'update.not-found': '没有该证件号码的档案，请核对，或改用新增方式',
  'update.organization-differs': '档案在另一支部；人员变动请办理转接，此处填写现支部',
  'update.stage-differs': '与档案中的人员类别不同，请在档案中办理，此处填写现类别',
  'update.state-differs': '与档案中的状态不同，请在档案中办理，此处填写现状态',
  'row.overtaken': '预览之后档案有变动，请重新核对',
};

export const undoWords: Readonly<Record<UndoReason, string>> = {
  'undo.changed-since': '导入后档案又有变动',
  'undo.has-account': '已有登录账号',
  'undo.depended-on': '已有业务引用此人',
};
