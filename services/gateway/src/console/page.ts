import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { matches, revalidate } from './static-files.ts';

/** A page of the console's build, with what only the gateway knows written into it. */
export interface Page {
  answer(ifNoneMatch: string | undefined): Promise<Response | null>;
}

export interface PageOptions {
  readonly file: string;
  /** The registry's current JSON; left out for pages that load no remotes. */
  readonly registry?: () => string;
  /** Plain HTTP past loopback: every page says so. */
  readonly insecure: boolean;
}

const placeholder = '<!--registry-->';

const warning =
  '<div role="alert" style="position:fixed;z-index:2147483647;inset:auto 0 0 0;padding:6px 12px;background:#B42318;color:#fff;font:13px system-ui,sans-serif;text-align:center">' +
  '未加密的连接（HTTP）：仅供试用，密码可能被截获。 Unencrypted connection: for evaluation only, passwords can be read on the way.</div>';

/** The page is read again when its file changes, so that a build shows without a restart. */
export function createPage({ file, registry, insecure }: PageOptions): Page {
  let source = { mtimeMs: -1, html: '' };
  let made = { from: source, registry: '', html: '', etag: '' };

  async function load(): Promise<boolean> {
    const found = await stat(file).catch(() => null);
    if (found === null) return false;
    if (found.mtimeMs !== source.mtimeMs)
      source = { mtimeMs: found.mtimeMs, html: await readFile(file, 'utf8') };
    return true;
  }

  function render(): void {
    const json = registry?.() ?? '';
    if (made.from === source && made.registry === json) return;
    let { html } = source;
    if (registry !== undefined) html = html.replace(placeholder, () => registryScript(json));
    if (insecure) html = html.replace(/<body[^>]*>/, (body) => body + warning);
    const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`;
    made = { from: source, registry: json, html, etag };
  }

  return {
    answer: async (ifNoneMatch) => {
      if (!(await load())) return null;
      render();
      const headers = { 'cache-control': revalidate, etag: made.etag };
      if (matches(ifNoneMatch, made.etag)) return new Response(null, { status: 304, headers });
      return new Response(made.html, {
        headers: {
          ...headers,
          'content-type': 'text/html; charset=utf-8',
          'content-length': String(Buffer.byteLength(made.html)),
        },
      });
    },
  };
}

/** Data, which the content security policy lets stand in the page; `<` is escaped so that nothing can close the element. */
function registryScript(json: string): string {
  return `<script type="application/json" id="registry">${json.replaceAll('<', '\\u003c')}</script>`;
}
