import { buffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

const font = (): string =>
  fileURLToPath(
    import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
  );

/** One page with a heading and a few lines, which says that it is invented. */
export async function paper(title: string, lines: readonly string[]): Promise<Buffer> {
  const page = new PDFDocument({ size: 'A4', margin: 72, info: { Title: title }, lang: 'zh-CN' });
  page.font(font()).fontSize(20).text(title, { align: 'center' }).moveDown(1.5).fontSize(12);
  for (const line of [...lines, '（演示材料，内容为虚构）']) page.text(line, { lineGap: 10 });
  page.end();
  return buffer(page);
}

const width = 420;
const height = 594;

/** A sheet as a scanner sees it: grey paper, a frame, and lines of ink. */
export function scan(): Buffer {
  const rows = Buffer.alloc(height * (width + 1), 244);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    for (let x = 0; x < width; x += 1) if (isInk(x, y)) rows[y * (width + 1) + 1 + x] = 70;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits of grey.
  header[8] = 8;
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), ...chunks]);
}

function isInk(x: number, y: number): boolean {
  const inside = x > 40 && x < width - 40 && y > 50 && y < height - 50;
  if (!inside) return false;
  if (x < 43 || x > width - 44 || y < 53 || y > height - 54) return true;
  return y > 90 && y % 26 < 8 && x > 60 && x < width - 60 && (x * 7 + Math.floor(y / 26) * 31) % 23 > 6;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
