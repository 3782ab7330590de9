import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  json(): Record<string, unknown>;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** One request as it stands: no path is tidied and no header is added, unlike with `fetch`. */
export function call(port: number, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { headers = {}, body } = options;
    const unsized = body === undefined || 'transfer-encoding' in headers;
    const length = unsized ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const req = request({
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...length, ...headers },
      agent: false,
    });
    req.on('error', reject);
    req.on('response', (res) => {
      const { statusCode: status = 0 } = res;
      text(res).then((content) => {
        resolve({
          status,
          headers: res.headers,
          text: content,
          json: () => JSON.parse(content) as Record<string, unknown>,
        });
      }, reject);
    });
    req.end(body);
  });
}
