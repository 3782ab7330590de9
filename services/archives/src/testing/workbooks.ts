import { ZipFile } from 'yazl';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface WorkbookSketch {
  /** Name and XML of each sheet's inside. */
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
  readonly strings?: readonly string[];
  /** Number formats by style, from 0. */
  readonly formats?: readonly number[];
  readonly date1904?: boolean;
  readonly prefix?: string;
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

/** A workbook written by hand, as odd as real ones are. */
export async function workbook(sketch: WorkbookSketch): Promise<Buffer> {
  const p = sketch.prefix === undefined ? '' : `${sketch.prefix}:`;
  const ns = sketch.prefix === undefined ? `xmlns="${main}"` : `xmlns:${sketch.prefix}="${main}"`;
  const rel = (id: number, kind: string, target: string) =>
    `<Relationship Id="rId${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const sheets = sketch.sheets.map(
    ({ name, state }, index) =>
      `<${p}sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
  );
  const parts: Record<string, string | Buffer> = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    'xl/workbook.xml': `${head}<${p}workbook ${ns} xmlns:r="${relations}"><${p}workbookPr ${sketch.date1904 ? 'date1904="1"' : ''}/><${p}sheets>${sheets.join('')}</${p}sheets></${p}workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships>${sketch.sheets.map((_, index) => rel(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('')}${rel(90, 'styles', '/xl/styles.xml')}${rel(91, 'sharedStrings', 'sharedStrings.xml')}</Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot;yd&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${(sketch.formats ?? [0]).map((format) => `<xf numFmtId="${format}"/>`).join('')}</cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `${head}<sst xmlns="${main}">${(sketch.strings ?? []).map((text) => (text.startsWith('<') ? `<si>${text}</si>` : `<si><t>${text}</t></si>`)).join('')}</sst>`,
    ...Object.fromEntries(
      sketch.sheets.map(({ xml }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${head}<${p}worksheet ${ns}>${xml}</${p}worksheet>`,
      ]),
    ),
    ...sketch.more,
  };
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), name);
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

export function inline(...cells: readonly string[]): string {
  return cells
    .map((cell) => (cell === '' ? '<c/>' : `<c t="inlineStr"><is><t>${cell}</t></is></c>`))
    .join('');
}

export function rowsXml(...lines: readonly (readonly string[])[]): string {
  return `<sheetData>${lines.map((cells, index) => `<row r="${index + 1}">${inline(...cells)}</row>`).join('')}</sheetData>`;
}
