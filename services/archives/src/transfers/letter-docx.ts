import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  type IParagraphOptions,
  Packer,
  Paragraph,
  TabStopType,
  TextRun,
  UnderlineType,
} from 'docx';
import type { LetterPart, Run } from './letter-parts.ts';

const body = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };
const heading = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' };
const mm = convertMillimetersToTwip;
/** Half points: 四号, and 小五 for what is not read aloud. */
const size = 26;
const small = 18;
const textWidth = mm(210 - 2 * 22);

/** The letter on one sheet of A4, to be filled in or corrected by hand where it has to be. */
export async function letterDocx(parts: readonly LetterPart[], title: string): Promise<Buffer> {
  const document = new Document({
    title,
    creator: '',
    styles: { default: { document: { run: { font: body, size } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(15), bottom: mm(12), left: mm(22), right: mm(22) },
          },
        },
        children: parts.flatMap((part, index) => [...(index === 0 ? [] : [cut()]), ...partParagraphs(part)]),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function partParagraphs(part: LetterPart): Paragraph[] {
  return [
    line([new TextRun({ text: part.title, bold: true, size: 34, font: heading })], {
      alignment: AlignmentType.CENTER,
      spacing: { before: 80, after: 40 },
    }),
    line(runsOf([part.number]), { alignment: AlignmentType.RIGHT }),
    ...(part.addressee === null ? [] : [line(runsOf([{ fill: part.addressee, width: 10 }, '：']))]),
    line(runsOf(part.body), { indent: { firstLine: 2 * size * 10 } }),
    ...(part.validity === null
      ? []
      : [line(runsOf(part.validity), { indent: { firstLine: 2 * size * 10 } })]),
    line(runsOf(['（盖章）']), { alignment: AlignmentType.RIGHT, indent: { right: mm(14) } }),
    line(runsOf(part.date), { alignment: AlignmentType.RIGHT }),
    ...part.below.map((runs) => line(runsOf(runs))),
    line(
      [
        new TextRun({ text: part.note ?? '', size: small }),
        new TextRun({ text: `\t${part.sheet}`, size: small }),
      ],
      { tabStops: [{ type: TabStopType.RIGHT, position: textWidth }], spacing: { line: 260 } },
    ),
  ];
}

function line(children: TextRun[], options: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ spacing: { line: 460 }, ...options, children });
}

function runsOf(runs: readonly Run[]): TextRun[] {
  return runs.map((run) =>
    typeof run === 'string'
      ? new TextRun(run)
      : new TextRun({ text: padded(run), underline: { type: UnderlineType.SINGLE } }),
  );
}

/** A no-break space is a quarter as wide as a Chinese character. */
function padded({ fill, width }: Exclude<Run, string>): string {
  const wide = [...fill].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 1 : 2), 0);
  const blank = '\u00a0'.repeat(Math.max(2, 2 * width - wide));
  return `${blank}${fill}${blank}`;
}

/** Where the parts are cut from one another, and the seal goes over both. */
function cut(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 160, line: 220 },
    border: { top: { style: BorderStyle.DASHED, size: 6, space: 4, color: '000000' } },
    children: [new TextRun({ text: '（加盖骑缝章）', size: small })],
  });
}
