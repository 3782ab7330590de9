import type { Readable } from 'node:stream';
import { SaxParser, type SaxTag } from '@cj-tech-master/excelts/xml';
import { FileRefused } from './file-refused.ts';

export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
  /** After each piece of the stream; true ends the reading. */
  paused?(): boolean | Promise<boolean>;
}

/** Some writers put a prefix before every name (`x:row`). */
function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** No part of a workbook is nested deeper, and none of its tags, comments or texts is longer. */
const depthLimit = 64;
const pieceLimit = 1024 * 1024;
/** Between two looks at what has been read; some dozens of cells, of which each may stand for a long text. */
const sliceLength = 2 * 1024;

/**
 * Reads XML piece by piece. Throws FileRefused where it is not well formed or not UTF-8, and before anything of it is held
 * that is longer or deeper than a spreadsheet writes.
 */
export async function readXml(source: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxParser({ position: false, invalidCharHandling: 'skip', maxEntityExpansions: 1 });
  let depth = 0;
  let unfinished = 0;
  parser.on('opentag', (tag: SaxTag) => {
    unfinished = 0;
    depth += 1;
    if (depth > depthLimit) throw new FileRefused('archives.import-too-complex');
    handlers.open?.(local(tag.name), tag.attributes);
  });
  parser.on('closetag', (tag: SaxTag) => {
    unfinished = 0;
    depth -= 1;
    handlers.close?.(local(tag.name));
  });
  if (handlers.text) {
    parser.on('text', (text) => handlers.text?.(text));
    parser.on('cdata', (text) => handlers.text?.(text));
  }
  const write = async (text: string): Promise<boolean> => {
    for (let at = 0; at < text.length; at += sliceLength) {
      unfinished += sliceLength;
      if (unfinished > pieceLimit) throw new FileRefused('archives.import-too-complex');
      parser.write(text.slice(at, at + sliceLength));
      if (await handlers.paused?.()) return true;
    }
    return false;
  };
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source) {
      if (await write(decoder.decode(chunk as Buffer, { stream: true }))) return;
    }
    await write(decoder.decode());
    parser.close();
    await handlers.paused?.();
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('archives.import-damaged', error);
  } finally {
    source.destroy();
  }
}
