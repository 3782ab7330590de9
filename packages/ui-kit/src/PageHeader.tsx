import { type ReactNode, useEffect } from 'react';

/** Title of a page with its facts beside it and its actions at the right; also the document's title. */
export function PageHeader(props: { title: string; facts?: ReactNode; actions?: ReactNode }) {
  useDocumentTitle(props.title);
  return (
    <header className="by-page-header">
      <h1 tabIndex={-1}>{props.title}</h1>
      {props.facts && <div className="by-page-facts">{props.facts}</div>}
      {props.actions && <div className="by-page-actions">{props.actions}</div>}
    </header>
  );
}

export function useDocumentTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · 榕`;
  }, [title]);
}
