/** What can be wrong with a cell, and what to do about it. Those of the member rules are among them. */
export const rowMessages = {
  'value.required': 'Is missing. Fill it in.',
  'value.too-long': 'Is longer than the record allows. Shorten it.',
  'value.unusable': 'Has characters or a form that the record does not allow. Write it as plain text.',
  'formula.no-value':
    'Is a formula without a value. Open the file in a spreadsheet, and save it with values.',
  'formula.error': 'Is a formula that ends in an error. Write the value itself.',
  'date.unreadable': 'Is not a date. Write it as 2020-01-05.',
  'date.incomplete': 'Has no day. Write the whole date, as 2020-01-05.',
  'date.impossible': 'There is no such day. Check month and day.',
  'sex.unknown': 'Is neither 男 nor 女.',
  'stage.unknown': 'Is not a stage. Write 正式党员, 预备党员, 发展对象, 入党积极分子 or 入党申请人.',
  'state.unknown': 'Is not a membership state. Write 正常, 停止党籍 or 失联, or leave it empty.',
  'state.off-the-roll':
    'Is not on the roll. Leave the person out of the file; a record is ended in the record itself.',
  'state.illegal': 'Is not open to this stage.',
  'education.unknown': 'Is not a level of education. Choose one of the list in the template.',
  'degree.unknown': 'Is not a degree. Write 博士, 硕士 or 学士, or leave it empty.',
  'organization.unknown':
    'Is no branch that you may import into. Choose one of those suggested, or write its code.',
  'organization.ambiguous': 'More than one branch has this name. Write the full name or the code.',
  'organization.not-a-home': 'Is not a branch. Name the branch itself.',
  'organization.ended': 'This branch has ended. Name the one that its people belong to now.',
  'section.unknown': 'The branch has no such party group. Check its name, or leave it empty.',
  'number.unreadable': 'Is not a number. Write digits, as 1200 or 12.5.',
  'number.out-of-range': 'Is beyond the limits of the field. See the notes of the template.',
  'yes-no.unknown': 'Is neither yes nor no. Write 是 or 否.',
  'choice.unknown': 'Is none of the choices of the field. Choose one of the list in the template.',
  'custom.unknown': 'Belongs to a field that is not in use any more. Leave the column out.',
  'custom.elsewhere': 'Belongs to a field that the branch of this person does not have. Leave it empty.',
  'custom.stage': 'Belongs to a field that is not asked for at this stage. Leave it empty.',
  'phone.form': 'Is not a phone number. Digits, spaces and hyphens only.',
  'duplicate.in-file': 'Is in the file more than once. Leave one row and correct or empty the others.',
  'duplicate.on-roster': 'Is on the roster already. Import in a mode that updates, or leave the row out.',
  'duplicate.name-on-roster':
    'The branch has a person of this name already. Give the ID number, so that the two can be told apart.',
  'id-number.taken':
    'Is on another record in the enterprise. Check it; if it is right, the person is to be transferred.',
  'update.id-number-required': 'Is needed to find the record that is to be updated.',
  'update.not-found': 'No record with this ID number. Import in a mode that adds, or check the number.',
  'update.organization-differs':
    'The record is in another branch. People move by transfer; write the present branch.',
  'update.stage-differs':
    'The record is at another stage. Take the step in the record; write the present stage.',
  'update.state-differs': 'The record is in another state. Change it in the record; write the present state.',
  'value.rounded':
    'Was stored as a number and lost its last digits. Format the column as text and write it again.',
  'heading.duplicate': 'More than one column has this heading. Choose which of them is meant.',
  'id-number.form': 'Is not eighteen or fifteen characters of an ID number. Compare it with the card.',
  'id-number.birth-date': 'Has no possible birth date. Compare it with the card.',
  'id-number.check-character': 'The last character does not agree with the others. Compare it with the card.',
  'id-number.sex': 'Disagrees with the ID number. Correct whichever is wrong, or leave the sex empty.',
  'id-number.born-on':
    'Disagrees with the ID number. Correct whichever is wrong, or leave the birth date empty.',
  'date.order': 'Is out of order with another date of the row. Correct whichever is wrong.',
  'date.future': 'Lies in the future. Correct it, or leave it empty.',
  'date.stage-not-reached':
    'Belongs to a stage that the person has not reached. Leave it empty, or correct the stage.',
  'row.overtaken': 'The record was changed after the preview. Look at the row again.',
} as const;
export type RowCode = keyof typeof rowMessages;

/** What is worth a look and stops nothing. */
export const warningMessages = {
  'formula.cached': 'Is a formula; the value that it had when the file was saved is used.',
  'id-number.lengthened': 'Had fifteen digits and is kept with eighteen.',
  'date.from-number': 'Was stored as a number and is read as a date.',
} as const;
export type WarningCode = keyof typeof warningMessages;

/** Why a file is refused, at once or while it is read. */
export const fileProblems = {
  'archives.import-not-a-roster':
    'This is neither an .xlsx workbook nor a .csv text, whatever its name says.',
  'archives.import-encrypted': 'The workbook is protected by a password. Save it without one.',
  'archives.import-old-workbook': 'This is a workbook of the old form (.xls). Save it as .xlsx.',
  'archives.import-damaged': 'The file is damaged and cannot be read to its end. Save it anew.',
  'archives.import-inflated':
    'The file unpacks to more than 512 MiB. Save it anew, without what is not needed.',
  'archives.import-external-links':
    'The workbook takes values from other files. Save it with values instead of links.',
  'archives.import-macros': 'The workbook holds macros. Save it as a plain .xlsx.',
  'archives.import-encoding': 'The text is in no encoding that is known, or is broken. Save it as UTF-8.',
  'archives.import-no-heading': 'No row names at least the name of a person and one more column.',
  'archives.import-no-rows': 'There are no people below the heading.',
  'archives.import-no-sheet': 'The workbook has no such sheet.',
  'archives.import-too-many-rows': 'There are more than 200,000 rows. Divide the file.',
  'archives.import-too-many-columns': 'There are more than 200 columns. Delete those that are not needed.',
  'archives.import-cell-too-long': 'A cell holds more than 32,767 characters. Shorten it.',
  'archives.import-row-too-long':
    'A row holds more than 262,144 characters. Shorten it; a quotation mark that is opened and never closed makes one row of many.',
  'archives.import-too-much-text':
    'The people of the file hold more than 128 million characters together. Divide the file.',
  'archives.import-too-many-cells':
    'The people of the file have more than 10,000,000 cells. Divide the file, or delete columns.',
  'archives.import-too-many-sheets':
    'The workbook has more than 200 sheets. Delete those that are not needed.',
  'archives.import-too-many-texts':
    'The workbook holds more than 4,000,000 different texts, or 64 MiB of them. Divide it, or save it as .csv.',
  'archives.import-too-many-styles':
    'The workbook has more than 65,536 formats of cells. Copy the values into a new workbook.',
  'archives.import-too-complex':
    'A part of the workbook is nested or drawn out as no spreadsheet does it. Open it in one, and save it anew.',
  'archives.import-too-large':
    'The file takes more memory to read than there is for one. Divide it, or save it as .csv.',
  'archives.import-interrupted': 'The file could not be read after several attempts. Upload it again.',
} as const;
export type FileProblem = keyof typeof fileProblems;

/** Why a commit or an undo changed nothing, or cannot begin. */
export const actProblems = {
  'archives.import-duplicate': 'The same file is being imported already.',
  'archives.import-organization-required': 'You hold several organizations. Say which one the file is about.',
  'archives.import-not-ready': 'The import is not at a point where this can be done.',
  'archives.import-has-invalid-rows': 'Some rows are wrong. Correct them, or commit without them.',
  'archives.import-heading-undecided': 'Two columns have the same heading. Choose which of them is meant.',
  'archives.import-nothing-to-do': 'No row adds or changes anything.',
  'archives.import-overtaken':
    'Records were changed after the preview. Nothing was written; look at the rows again.',
  'archives.import-not-undoable': 'Something depends on what was imported. Nothing was undone.',
  'archives.import-failed': 'It could not be done, after several attempts. Nothing was written. Try again.',
  'archives.import-right-lost': 'Whoever started it may not import here any more. Nothing was written.',
} as const;
export type ActProblem = keyof typeof actProblems;

/** Why one row of an import cannot be undone. */
export const undoReasons = {
  'undo.changed-since': 'The record was changed after the import.',
  'undo.has-account': 'The person has an account.',
  'undo.depended-on': 'Something refers to the person.',
} as const;
export type UndoReason = keyof typeof undoReasons;
