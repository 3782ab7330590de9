import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * A PDF of one page that is red all over, with a black square as scanners write it (fax, group 4) and two characters of
 * a Chinese font that is not embedded, as old software writes it; padded to a size by a stream that nothing draws.
 */
export function redPdf(bytes = 0): Buffer {
  const square = 'q 60 0 0 60 100 200 cm /Im Do Q';
  const words = '0 g BT /F1 20 Tf 20 40 Td <5165515a> Tj ET';
  const drawing = `1 0 0 rg 0 0 200 280 re f ${square} ${words}`;
  const padding = 'x'.repeat(bytes);
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 280] /Contents 4 0 R /Resources << /Font << /F1 6 0 R >> /XObject << /Im 9 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    `<< /Length ${padding.length} >>\nstream\n${padding}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [7 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 8 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    // Eight rows of one bit each: the same as the row above, all white, turned to black.
    '<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /BitsPerComponent 1 /ColorSpace /DeviceGray /Decode [1 0] /Filter /CCITTFaxDecode /DecodeParms << /K -1 /Columns 8 /Rows 8 >> /Length 1 >>\nstream\n\xff\nendstream',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const end = `xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + end, 'latin1');
}

/** One red pixel. */
export const redPixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

/** Papers on the disk, as somebody has scanned them; their paths by name. */
export async function scanned<Name extends string>(
  papers: Readonly<Record<Name, Buffer>>,
): Promise<{ path: (name: Name) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'banyan-papers-'));
  for (const [name, content] of Object.entries<Buffer>(papers)) await writeFile(join(folder, name), content);
  return {
    path: (name) => join(folder, name),
    remove: () => rm(folder, { recursive: true }),
  };
}
