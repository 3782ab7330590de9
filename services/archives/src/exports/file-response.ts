export const mediaTypes = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
export type FileFormat = keyof typeof mediaTypes;

export interface FileToSend {
  readonly format: FileFormat;
  /** Without its ending. */
  readonly name: string;
  /** In ASCII, for whoever cannot read the other. */
  readonly plainName: string;
  readonly body: ReadableStream<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A file that is made while it is sent. */
export function fileResponse({ format, name, plainName, body, headers }: FileToSend): Response {
  return new Response(body, {
    headers: {
      'content-type': format === 'csv' ? `${mediaTypes.csv}; charset=utf-8` : mediaTypes[format],
      // RFC 5987.
      'content-disposition': `attachment; filename="${plainName}.${format}"; filename*=UTF-8''${encoded(`${name}.${format}`)}`,
      'cache-control': 'no-store',
      ...headers,
    },
  });
}

function encoded(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
