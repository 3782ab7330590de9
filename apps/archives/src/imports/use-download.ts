import { consoleFetch, problemOf, useProblemText } from '@banyan/ui-kit';
import { App } from 'antd';
import { useState } from 'react';

/** Fetches a file and hands it to the browser; a refusal is told in words instead of a page of JSON. */
export function useDownload() {
  const { message } = App.useApp();
  const textOf = useProblemText();
  const [busy, setBusy] = useState<string | null>(null);
  const download = async (path: string, fallbackName: string) => {
    setBusy(path);
    try {
      const answer = await consoleFetch(new URL(path, location.origin).href);
      save(await answer.blob(), nameOf(answer) ?? fallbackName);
    } catch (error) {
      void message.error(textOf(problemOf(error)));
    } finally {
      setBusy(null);
    }
  };
  return { busy, download };
}

function save(content: Blob, name: string): void {
  const href = URL.createObjectURL(content);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

function nameOf(answer: Response): string | null {
  const disposition = answer.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded) return decodeURIComponent(encoded);
  return /filename="([^"]+)"/i.exec(disposition)?.[1] ?? null;
}
