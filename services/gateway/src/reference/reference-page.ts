import type { Catalogue, OpenApiDocument, Operation, Parameter } from './catalogue.ts';
import { schemaText } from './schema-text.ts';

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** The reference as one page of plain HTML: it needs no script, so it works under any policy and in print. */
export function referencePage({ documents, missing }: Catalogue): string {
  const parts = [...documents].map(([domain, document]) => serviceSection(domain, document));
  const links = [...documents.keys()].map((domain) => `<a href="#${escape(domain)}">${escape(domain)}</a>`);
  const absent =
    missing.length === 0
      ? ''
      : `<p role="status">Not reachable right now: ${missing.map(escape).join(', ')}. Reload in a moment.</p>`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Banyan API reference</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<style>${style}</style>
</head>
<body>
<header><h1>API reference</h1><nav aria-label="Services">${links.join('')}</nav><a href="/docs/openapi.json">OpenAPI 3.1</a></header>
<main>
<p>Sign in with <code>POST /api/identity/sessions</code>; the session travels in a cookie. A change sends the console’s own <code>Origin</code> or, from a program, the header <code>X-Banyan-Client</code>. Errors are <code>application/problem+json</code> with a stable <code>code</code>.</p>
${absent}
${parts.join('\n')}
</main>
</body>
</html>`;
}

function serviceSection(domain: string, document: OpenApiDocument): string {
  const operations = Object.entries(document.paths)
    .filter(([path]) => path.startsWith(`/api/${domain}/`))
    .flatMap(([path, byMethod]) =>
      methods
        .filter((method) => byMethod[method] !== undefined)
        .map((method) => operationDetails(method, path, byMethod[method] as Operation, document)),
    );
  return `<section id="${escape(domain)}"><h2>${escape(domain)} <small>${operations.length} operations</small></h2>${operations.join('\n')}</section>`;
}

function operationDetails(
  method: string,
  path: string,
  operation: Operation,
  document: OpenApiDocument,
): string {
  const about =
    operation.description && operation.description !== operation.summary ? operation.description : '';
  return `<details><summary><b class="${method}">${method.toUpperCase()}</b> <code>${escape(path)}</code> <span>${escape(operation.summary ?? operation.operationId ?? '')}</span></summary>
${about ? `<p>${escape(about)}</p>` : ''}${parameterTable(operation.parameters ?? [], document)}${bodyOf(operation, document)}${answersOf(operation, document)}</details>`;
}

function parameterTable(parameters: readonly Parameter[], document: OpenApiDocument): string {
  if (parameters.length === 0) return '';
  const rows = parameters.map(
    ({ name, in: place, required, schema, description }) =>
      `<tr><td><code>${escape(name)}</code>${required ? ' *' : ''}</td><td>${escape(place)}</td><td><code>${escape(schemaText(schema, document))}</code></td><td>${escape(description ?? '')}</td></tr>`,
  );
  return `<div class="wide"><table><thead><tr><th>Parameter</th><th>In</th><th>Type</th><th>Meaning</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function bodyOf(operation: Operation, document: OpenApiDocument): string {
  const contents = Object.entries(operation.requestBody?.content ?? {});
  return contents
    .map(
      ([type, { schema }]) =>
        `<h3>Body <small>${escape(type)}</small></h3><pre>${escape(schemaText(schema, document))}</pre>`,
    )
    .join('');
}

function answersOf(operation: Operation, document: OpenApiDocument): string {
  return Object.entries(operation.responses ?? {})
    .map(([status, { description, content }]) => {
      const [first] = Object.entries(content ?? {});
      const problem = first?.[0] === 'application/problem+json';
      const shape =
        first === undefined || problem ? '' : `<pre>${escape(schemaText(first[1].schema, document))}</pre>`;
      return `<h3>${escape(status)} <small>${escape(description ?? '')}${problem ? ' (problem)' : ''}</small></h3>${shape}`;
    })
    .join('');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const style = `
:root{--page:#F6F5F3;--card:#fff;--line:#ECEAE6;--text:#1F1C1A;--second:#5C5650;--mark:#B8141C;--link:#0958D9}
@media (prefers-color-scheme:dark){:root{--page:#131211;--card:#1D1B1A;--line:#2E2B29;--text:#F2EFEC;--second:#B6AFA8;--mark:#F0686E;--link:#7AA7F7}}
*{box-sizing:border-box}body{margin:0;background:var(--page);color:var(--text);font:14px/1.55 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
header{position:sticky;top:0;display:flex;gap:20px;align-items:center;flex-wrap:wrap;padding:8px 24px;background:var(--card);border-bottom:1px solid var(--line)}
h1{margin:0;font-size:16px}nav{display:flex;gap:16px;flex:1}a{color:var(--link)}main{max-width:1080px;margin:0 auto;padding:16px 24px 64px}
h2{margin:32px 0 12px;font-size:20px}h3{margin:14px 0 4px;font-size:13px}small,span{color:var(--second);font-weight:400}
details{background:var(--card);border:1px solid var(--line);border-radius:6px;margin:6px 0;padding:0 14px}details[open]{padding-bottom:12px}
summary{cursor:pointer;padding:8px 0;overflow-wrap:anywhere}summary b{display:inline-block;min-width:58px;font-size:12px}summary b:not(.get){color:var(--mark)}
code,pre{font:12.5px/1.5 ui-monospace,Consolas,monospace}pre{margin:0;padding:10px;background:var(--page);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;margin-top:6px}th,td{text-align:left;padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:top}th{color:var(--second);font-weight:500}
`;
