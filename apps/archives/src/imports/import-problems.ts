import { defineCatalog } from '@banyan/ui-kit';

/** Why a file, a commit or an undo was refused: what is wrong, and the way on. */
export const importProblems = defineCatalog(
  {
    'problem.archives.import-type': '只能导入 .xlsx 或 .csv 文件。请在表格软件中另存为 .xlsx 后再选。',
    'problem.file.empty': '这个文件是空的。请核对后重新选择。',
    'problem.file.too-large': '文件超过 50 MB。请删去图片和无关的工作表，或分成几份导入。',
    'problem.file.missing': '没有收到文件。请重新选择。',
    'problem.file.broken-form': '上传中断，没有保留任何内容。请再上传一次。',
    'problem.archives.import-not-a-roster':
      '内容不是 .xlsx 工作簿，也不是文本，扩展名可能改过。请用表格软件打开，另存为 .xlsx。',
    'problem.archives.import-encrypted': '文件设有密码。请取消密码后另存，再上传。',
    'problem.archives.import-old-workbook': '这是旧版 .xls 文件。请另存为 .xlsx 后再上传。',
    'problem.archives.import-damaged': '文件已损坏，无法完整读取。请重新保存或重新导出。',
    'problem.archives.import-inflated': '文件解压后超过 512 MB。请删去多余内容，另存后再上传。',
    'problem.archives.import-external-links': '表中有引用其他文件的公式。请复制后“粘贴为数值”，另存再上传。',
    'problem.archives.import-macros': '文件含有宏。请另存为不含宏的 .xlsx。',
    'problem.archives.import-encoding': '文本编码无法识别或已损坏。请另存为 UTF-8 编码的 .csv，或 .xlsx。',
    'problem.archives.import-no-heading': '没有找到表头：至少要有“姓名”和另一列。请核对表头，可参照模板。',
    'problem.archives.import-no-rows': '表头下面没有人员。请核对是否选对了文件和工作表。',
    'problem.archives.import-no-sheet': '工作簿中没有这张工作表。请另选一张。',
    'problem.archives.import-too-many-rows': '超过 200,000 行。请分成几份导入。',
    'problem.archives.import-too-many-columns': '超过 200 列。请删去不需要的列。',
    'problem.archives.import-cell-too-long': '有单元格的内容过长（超过 32,767 字）。请删减后再上传。',
    'problem.archives.import-row-too-long':
      '有一行内容过长（超过 262,144 字）。请删减；引号没有成对时，后面各行会连成一行，请补上引号。',
    'problem.archives.import-too-much-text': '全部人员的内容合计超过 1.28 亿字。请分成几份导入。',
    'problem.archives.import-too-many-cells':
      '全部人员合计超过 10,000,000 个单元格。请分成几份，或删去不需要的列。',
    'problem.archives.import-too-many-sheets': '工作簿超过 200 张工作表。请删去不需要的工作表。',
    'problem.archives.import-too-many-texts':
      '工作簿中不同的文字超过 4,000,000 条或 64 MB。请分成几份，或另存为 .csv 再上传。',
    'problem.archives.import-too-many-styles':
      '工作簿的单元格格式超过 65,536 种。请新建工作簿，“粘贴为数值”后再上传。',
    'problem.archives.import-too-complex':
      '工作簿的内部结构层次过深或某一部分过大，不像表格软件所存。请用表格软件打开，另存后再上传。',
    'problem.archives.import-too-large': '读取这份文件所需的内存超过限额。请分成几份，或另存为 .csv 再上传。',
    'problem.archives.import-interrupted': '多次尝试后仍没能读完。请再上传一次。',
    'problem.archives.import-duplicate': '同一份文件正在导入。请打开那一次导入，不必重复上传。',
    'problem.archives.import-organization-required': '您管理多个组织，请选择这份花名册属于哪一个。',
    'problem.archives.import-not-ready': '导入当前的状态不能这样办理，已载入最新状态。',
    'problem.archives.import-has-invalid-rows': '还有行没有改正。请改正，或勾选跳过后再写入。',
    'problem.archives.import-heading-undecided': '有几列表头相同。请在“列对应”中选定用哪一列。',
    'problem.archives.import-nothing-to-do': '没有要新增或更新的行，档案未作改动。',
    'problem.archives.import-overtaken': '预览之后有档案被他人修改，没有写入任何一行。请核对后再写入。',
    'problem.archives.import-not-undoable': '不能撤销：下列人员的档案已有后续办理。没有改动任何档案。',
    'problem.archives.import-failed': '多次尝试后仍未完成，没有写入任何一行。请稍后再试。',
    'problem.archives.import-right-lost': '提交人已没有在此导入的权限，没有写入任何一行。',
  },
  {
    'problem.archives.import-type':
      'Only .xlsx and .csv files can be imported. Save the file as .xlsx in a spreadsheet program.',
    'problem.file.empty': 'This file is empty. Check it and choose again.',
    'problem.file.too-large':
      'The file is larger than 50 MB. Remove pictures and other sheets, or divide it.',
    'problem.file.missing': 'No file arrived. Choose it again.',
    'problem.file.broken-form': 'The upload broke off and nothing was kept. Upload once more.',
    'problem.archives.import-not-a-roster':
      'Neither an .xlsx workbook nor a text, whatever its name says. Open it in a spreadsheet program and save it as .xlsx.',
    'problem.archives.import-encrypted': 'The workbook is protected by a password. Save it without one.',
    'problem.archives.import-old-workbook': 'This is an old .xls workbook. Save it as .xlsx.',
    'problem.archives.import-damaged': 'The file is damaged. Save or export it anew.',
    'problem.archives.import-inflated': 'The file unpacks to more than 512 MB. Remove what is not needed.',
    'problem.archives.import-external-links':
      'Some cells take values from other files. Paste them as values, save and upload again.',
    'problem.archives.import-macros': 'The workbook holds macros. Save it as a plain .xlsx.',
    'problem.archives.import-encoding':
      'The encoding of the text is unknown or broken. Save it as UTF-8 .csv, or as .xlsx.',
    'problem.archives.import-no-heading':
      'There is no heading with at least a name and one more column. Compare it with the template.',
    'problem.archives.import-no-rows': 'There are no people below the heading. Check file and sheet.',
    'problem.archives.import-no-sheet': 'The workbook has no such sheet. Choose another.',
    'problem.archives.import-too-many-rows': 'More than 200,000 rows. Divide the file.',
    'problem.archives.import-too-many-columns': 'More than 200 columns. Delete those that are not needed.',
    'problem.archives.import-cell-too-long': 'A cell holds more than 32,767 characters. Shorten it.',
    'problem.archives.import-row-too-long':
      'A row holds more than 262,144 characters. Shorten it; if a quotation mark is opened and never closed, close it.',
    'problem.archives.import-too-much-text':
      'The people of the file hold more than 128 million characters together. Divide the file.',
    'problem.archives.import-too-many-cells':
      'The people of the file have more than 10,000,000 cells. Divide the file, or delete columns.',
    'problem.archives.import-too-many-sheets':
      'The workbook has more than 200 sheets. Delete those that are not needed.',
    'problem.archives.import-too-many-texts':
      'The workbook holds more than 4,000,000 different texts, or 64 MB of them. Divide it, or save it as .csv.',
    'problem.archives.import-too-many-styles':
      'The workbook has more than 65,536 formats of cells. Paste its values into a new workbook.',
    'problem.archives.import-too-complex':
      'A part of the workbook is nested or drawn out as no spreadsheet does it. Open it in one, and save it anew.',
    'problem.archives.import-too-large':
      'The file takes more memory to read than there is for one. Divide it, or save it as .csv.',
    'problem.archives.import-interrupted':
      'The file could not be read after several attempts. Upload it again.',
    'problem.archives.import-duplicate': 'The same file is being imported already. Open that import.',
    'problem.archives.import-organization-required':
      'You hold several organizations. Choose the one that the roster is about.',
    'problem.archives.import-not-ready': 'The import has moved on; its present state is loaded.',
    'problem.archives.import-has-invalid-rows': 'Some rows are wrong. Correct them, or tick to skip them.',
    'problem.archives.import-heading-undecided':
      'Several columns have the same heading. Choose among them in "Columns".',
    'problem.archives.import-nothing-to-do': 'No row adds or changes anything. No record was changed.',
    'problem.archives.import-overtaken':
      'Records were changed after the preview. Nothing was written; look at the rows again.',
    'problem.archives.import-not-undoable':
      'It cannot be undone: the records below have been worked with since. No record was changed.',
    'problem.archives.import-failed': 'It could not be done and nothing was written. Try again later.',
    'problem.archives.import-right-lost':
      'Whoever started it may not import here any more. Nothing was written.',
  },
);
