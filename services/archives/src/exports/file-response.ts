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
  readonly bytes: AsyncGenerator<Uint8Array>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly onFailure: (error: unknown) => void;
}

/** A file that is made while it is sent. */
export function fileResponse({ format, name, plainName, bytes, headers, onFailure }: FileToSend): Response {
  return new Response(streamOf(bytes, onFailure), {
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

/**
 * Made only as fast as it is taken, and no longer than somebody takes it. What fails on the way breaks the connection: a
 * file that is cut off must not pass for a whole one.
 */
function streamOf(bytes: AsyncGenerator<Uint8Array>, onFailure: (error: unknown) => void) {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const { done, value } = await bytes.next();
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          onFailure(error);
          controller.error(error);
        }
      },
      async cancel() {
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}
