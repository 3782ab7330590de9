import { checkCharacter } from '@banyan/archives-service/members/id-number';
import { Workbook, type Worksheet } from '@cj-tech-master/excelts';

/** A roster as branches really send it: everything that a strict reader would stumble over, and six faults. */
export type UglyPerson = {
  name: string;
  sex: '男' | '女';
  ethnicity: string;
  idNumber: string | number;
  born: string | number | Date;
  education: string;
  /** Empty below a merged cell. */
  branch: string;
  stage: string;
  applied: string | number | Date;
  joined: string | number | Date;
  full: string | number | Date;
  phone: string | number;
};

const heading = [
  '序号',
  '姓 名',
  '性别',
  '民族',
  '公民身份号码',
  '出生年月日',
  '文化程度',
  '所在党支部',
  '人员类别',
  '提交入党申请书时间',
  '加入党组织日期',
  '转正时间',
  '手机号码',
];
/** Columns that stand under one word of the line above; the others reach over both lines. */
const groups = [
  { title: '基本情况', from: 2, to: 7 },
  { title: '党籍情况', from: 8, to: 12 },
];

/** An area code that was never assigned, and not one of the demonstration group's. */
const area = '650280';

export function idNumberOf(born: string, serial: number): string {
  const first17 = `${area}${born.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
  return first17 + checkCharacter(first17);
}

const day = (date: string) => new Date(`${date}T00:00:00Z`);
/** A date as a bare number, as Excel keeps it when the format of a cell is lost. */
const serialOf = (date: string) => Math.round(day(date).getTime() / 86_400_000) + 25_569;

function person(name: string, sex: '男' | '女', born: string, serial: number, rest: Partial<UglyPerson>) {
  return {
    name,
    sex,
    ethnicity: '汉族',
    idNumber: idNumberOf(born, serial),
    born: '',
    education: '大专',
    branch: '采油一厂采油二队党支部',
    stage: '正式党员',
    applied: '',
    joined: '',
    full: '',
    phone: '',
    ...rest,
  } satisfies UglyPerson;
}

/** Right as they stand, whatever they look like. */
const rightPeople: UglyPerson[] = [
  person('阮振东', '男', '1979-04-11', 13, { born: '1979-04-11', joined: '2004-06-18', full: '2005-06-18' }),
  person('贺 婷', '女', '1986-09-02', 28, {
    branch: '',
    born: '1986/9/2',
    joined: '2012/6/20',
    full: '2013/6/20',
    phone: 15_400_007_001,
  }),
  person('郝立新', '男', '1981-12-30', 35, {
    branch: '',
    born: '1981.12.30',
    joined: '2008.6.25',
    full: '2009.6.25',
  }),
  person('汤  敏', '女', '1990-02-17', 46, {
    branch: '',
    born: '1990年2月17日',
    joined: '2015年6月19日',
    full: '2016年6月19日',
    education: '大学本科',
  }),
  person('骆建平', '男', '1968-07-21', 57, {
    idNumber: `${area}680721057`,
    branch: 'SF01B0003',
    born: '19680721',
    joined: '19930628',
    full: '19940628',
    education: '高中',
  }),
  person('麦合木提·吐尔逊', '男', '1992-10-05', 61, {
    ethnicity: '维吾尔族',
    branch: '北沙梁',
    born: day('1992-10-05'),
    joined: day('2019-06-21'),
    full: day('2020-06-21'),
    education: '本科',
  }),
  person('苗 雨', '女', '1995-01-09', 72, {
    branch: 'SF01B0003',
    born: serialOf('1995-01-09'),
    joined: serialOf('2021-06-24'),
    full: serialOf('2022-06-24'),
    phone: '154-0000-7002',
  }),
  person('石磊', '男', '1988-03-15', 37, {
    idNumber: ` ${idNumberOf('1988-03-15', 37).toLowerCase()} `,
    branch: '采油一厂注水二队党支部',
    joined: '2014-06-27',
    full: '2015-06-27',
  }),
  person('谷丽', '女', '1997-08-08', 94, {
    branch: '采油一厂注水二队党支部',
    stage: '预备党员',
    applied: '2022-07-01',
    joined: '2026-05-28',
  }),
  person('向阳', '男', '1999-11-11', 105, {
    branch: '采油一厂注水二队党支部',
    stage: '入党积极分子',
    applied: '2024/3/5',
  }),
];

/** One fault each; the journey puts them right in this order. */
const wrongPeople: UglyPerson[] = [
  // The last character does not agree.
  person('温国强', '男', '1976-05-06', 117, {
    idNumber: idNumberOf('1976-05-06', 117).slice(0, 17) + otherEnd(idNumberOf('1976-05-06', 117)),
    branch: '采油一厂集输一队党支部',
  }),
  // The number says a woman.
  person('葛春梅', '男', '1984-11-23', 126, { branch: '采油一厂集输一队党支部' }),
  // Three factories have a branch of this short name.
  person('牛志远', '男', '1980-06-30', 131, { branch: '采油一队' }),
  // No branch is called so.
  person('安晓琳', '女', '1987-04-04', 142, { branch: '采油一厂采油二对党支部' }),
  // Full member before having joined.
  person('申国华', '男', '1973-09-19', 155, {
    branch: '采油一厂集输一队党支部',
    joined: '2001-07-01',
    full: '2000-07-01',
  }),
  // There is no thirteenth month.
  person('史文静', '女', '1991-12-12', 164, { branch: '采油一厂集输一队党支部', joined: '2017.13.05' }),
];

function otherEnd(idNumber: string): string {
  return idNumber.endsWith('1') ? '2' : '1';
}

export const uglyPeople: UglyPerson[] = [...rightPeople.slice(0, 5), ...wrongPeople, ...rightPeople.slice(5)];

/** What the journey types into the six wrong cells, top to bottom. */
export const corrections = {
  idNumber: idNumberOf('1976-05-06', 117),
  sex: '女',
  ambiguousBranch: '采油一厂采油一队党支部',
  unknownBranch: '采油一厂采油二队党支部',
  full: '2002-07-01',
  joined: '2017-12-05',
};

export async function uglyRoster(): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('党员花名册');
  writeHead(sheet);
  uglyPeople.forEach((row, index) => {
    // Somebody left a line free.
    if (index === 9) sheet.addRow([]);
    writeRow(sheet, index + 1, row);
  });
  mergeBranch(sheet, 5, 8);
  sheet.addRow([]);
  sheet.addRow(['合计', `${uglyPeople.length}人`]);
  sheet.addRow(['填表人：周文静', '', '', '', '审核人：', '', '', '填报日期：2026年11月20日']);
  // The empty sheets that an old program makes.
  book.addWorksheet('Sheet2');
  return Buffer.from(await book.xlsx.writeBuffer());
}

function writeHead(sheet: Worksheet): void {
  sheet.addRow(['示范油田公司党员信息采集表（2026年版）']);
  sheet.mergeCells(1, 1, 1, heading.length);
  sheet.addRow(['填报单位（盖章）：采油一厂党委']);
  sheet.mergeCells(2, 1, 2, heading.length);
  const upper = heading.map(
    (title, index) =>
      groups.find((group) => group.from === index + 1)?.title ?? (isGrouped(index + 1) ? '' : title),
  );
  sheet.addRow(upper);
  sheet.addRow(heading.map((title, index) => (isGrouped(index + 1) ? title : '')));
  for (const { from, to } of groups) sheet.mergeCells(3, from, 3, to);
  for (const at of heading.keys()) if (!isGrouped(at + 1)) sheet.mergeCells(3, at + 1, 4, at + 1);
}

function isGrouped(column: number): boolean {
  return groups.some(({ from, to }) => column >= from && column <= to);
}

function writeRow(sheet: Worksheet, number: number, row: UglyPerson): void {
  const { name, sex, ethnicity, idNumber, born, education, branch, stage, applied, joined, full, phone } =
    row;
  const cells = [number, name, sex, ethnicity, idNumber, born, education, branch];
  const added = sheet.addRow([...cells, stage, applied, joined, full, phone]);
  for (const column of [6, 11, 12]) {
    const cell = added.getCell(column);
    if (cell.value instanceof Date) cell.numFmt = 'yyyy/m/d';
  }
}

/** One cell for the branch of four people, as it is drawn on paper. */
function mergeBranch(sheet: Worksheet, from: number, to: number): void {
  const column = heading.indexOf('所在党支部') + 1;
  sheet.mergeCells(from, column, to, column);
}
