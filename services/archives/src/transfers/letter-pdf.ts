import { fileURLToPath } from 'node:url';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { LetterPart, Run } from './letter-parts.ts';

const fontFile = (weight: string): string =>
  fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-serif-sc/${weight}/NotoSerifSC_${weight}.ttf`));

const margin = 62;
const size = 12;
const leading = 23;
/** Share of the page of each part: the letter says most. */
const tops = [48, 258, 596];

type Page = InstanceType<typeof PDFDocument>;

/** The letter on one sheet of A4, cut along two dashed lines. */
export async function letterPdf(parts: readonly LetterPart[], title: string): Promise<Buffer> {
  const page = new PDFDocument({ size: 'A4', margin: 0, info: { Title: title }, lang: 'zh-CN' });
  page.registerFont('text', fontFile('400Regular')).registerFont('title', fontFile('700Bold'));
  for (const [index, part] of parts.entries()) {
    const top = tops[index] as number;
    if (index > 0) drawCut(page, top - 24);
    drawPart(page, part, top, (tops[index + 1] ?? page.page.height) - 44);
  }
  page.end();
  return buffer(page);
}

function drawCut(page: Page, y: number): void {
  const { width } = page.page;
  page.save().lineWidth(0.6).dash(4, { space: 3 }).moveTo(0, y).lineTo(width, y).stroke().restore();
  const seal = '（加盖骑缝章）';
  page.font('text').fontSize(9);
  const wide = page.widthOfString(seal);
  page
    .rect(width / 2 - wide / 2 - 6, y - 7, wide + 12, 14)
    .fill('white')
    .fillColor('black');
  page.text(seal, width / 2 - wide / 2, y - 6.5, { lineBreak: false });
}

function drawPart(page: Page, part: LetterPart, top: number, bottom: number): void {
  const { width } = page.page;
  const right = width - margin;
  page.font('title').fontSize(17);
  page.text(part.title, 0, top, { width, align: 'center', lineBreak: false });
  page.font('text').fontSize(size);
  drawEnding(page, part.number, right, top + 28);
  let y = top + 28;
  if (part.addressee !== null) {
    y = drawRuns(page, [{ fill: part.addressee, width: 10 }, '：'], margin, y + leading, margin) + leading;
  } else {
    y += leading;
  }
  y = drawRuns(page, part.body, margin + 2 * size, y, margin);
  if (part.validity !== null) y = drawRuns(page, part.validity, margin + 2 * size, y + leading, margin);
  const dateWidth = widthOf(page, part.date);
  drawEnding(page, '（盖章）', right - dateWidth / 2 + 24, y + leading + 4);
  y = drawRuns(page, part.date, right - dateWidth, y + 2 * leading + 2, right - dateWidth);
  for (const line of part.below) y = drawRuns(page, line, margin, y + leading + 2, margin);
  page.fontSize(9);
  if (part.note !== null) page.text(part.note, margin, bottom, { lineBreak: false });
  drawEnding(page, part.sheet, right, bottom);
}

function drawEnding(page: Page, text: string, right: number, y: number): void {
  page.text(text, right - page.widthOfString(text), y, { lineBreak: false });
}

/** Where a line of Chinese must not begin. */
const closing = '，。：；、）天岁族年月日';

/** Characters one after another from `x`, going on at `left` of the next line. Returns where on the page the last line is. */
function drawRuns(page: Page, runs: readonly Run[], x: number, y: number, left: number): number {
  page.font('text').fontSize(size);
  const right = page.page.width - margin;
  let at = x;
  let line = y;
  for (const [index, run] of runs.entries()) {
    const text = typeof run === 'string' ? run : padded(page, run);
    const pieces = typeof run === 'string' ? [...run] : piecesOf(text);
    for (const [place, piece] of pieces.entries()) {
      const wide = page.widthOfString(piece);
      const after = pieces[place + 1] ?? firstOf(runs[index + 1]);
      const hanging =
        closing.includes(after) && typeof runs[index + (place + 1 < pieces.length ? 0 : 1)] === 'string';
      if (at + wide + (hanging ? size : 0) > right + 0.5 && !closing.includes(piece)) {
        at = left;
        line += leading;
      }
      page.text(piece, at, line, { lineBreak: false });
      if (typeof run !== 'string') underline(page, at, wide, line);
      at += wide;
    }
  }
  return line;
}

function firstOf(run: Run | undefined): string {
  return typeof run === 'string' ? run.charAt(0) : '';
}

/** Numbers and Latin words stay whole, and with the blanks around them. */
function piecesOf(text: string): string[] {
  return text.match(/\u00a0*(?:[\w*./-]+|[^\u00a0])\u00a0*|\u00a0+/gu) ?? [];
}

/** The value in the middle of the line that is left for it, at least so many characters wide. */
function padded(page: Page, { fill, width }: Exclude<Run, string>): string {
  const space = page.widthOfString(' ');
  const missing = Math.max(2, Math.round((width * size - page.widthOfString(fill)) / space / 2));
  const blank = '\u00a0'.repeat(missing);
  return `${blank}${fill}${blank}`;
}

function widthOf(page: Page, runs: readonly Run[]): number {
  page.font('text').fontSize(size);
  const texts = runs.map((run) => (typeof run === 'string' ? run : padded(page, run)));
  return texts.reduce((sum, text) => sum + page.widthOfString(text), 0);
}

function underline(page: Page, x: number, width: number, y: number): void {
  const base = y + size * 1.28;
  page
    .save()
    .lineWidth(0.6)
    .moveTo(x, base)
    .lineTo(x + width, base)
    .stroke()
    .restore();
}
