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

/** Reads XML piece by piece. Throws FileRefused where it is not well formed or not UTF-8. */
export async function readXml(source: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxParser({ position: false, invalidCharHandling: 'skip', maxEntityExpansions: 0 });
  if (handlers.open) parser.on('opentag', (tag: SaxTag) => handlers.open?.(local(tag.name), tag.attributes));
  if (handlers.text) {
    parser.on('text', (text) => handlers.text?.(text));
    parser.on('cdata', (text) => handlers.text?.(text));
  }
  if (handlers.close) parser.on('closetag', (tag: SaxTag) => handlers.close?.(local(tag.name)));
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source) {
      parser.write(decoder.decode(chunk as Buffer, { stream: true }));
      if (await handlers.paused?.()) return;
    }
    parser.write(decoder.decode());
    parser.close();
    await handlers.paused?.();
  } catch (error) {
    throw error instanceof FileRefused ? error : new FileRefused('archives.import-damaged', error);
  } finally {
    source.destroy();
  }
}
