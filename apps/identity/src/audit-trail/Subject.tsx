import { AppLink, holdsAny, useActor, useText } from '@banyan/ui-kit';
import type { ReactNode } from 'react';
import { type AuditEntry, pageOfSubject } from './audit-query.ts';
import { auditTexts } from './audit-texts.ts';

type Props = {
  entry: AuditEntry;
  only: (name: string, id: string, title: string, content: ReactNode) => ReactNode;
};

/** The record of an entry: a link for whoever may see it, else a way to its other entries. */
export function Subject({ entry, only }: Props) {
  const t = useText(auditTexts);
  const actor = useActor();
  const { subject } = entry;
  if (!subject) return <span className="by-third">—</span>;
  const name = subject.name ?? t('unknown');
  const page = pageOfSubject(entry);
  if (page && holdsAny(actor, [page.permission])) return <AppLink to={page.path}>{name}</AppLink>;
  return only('subjectId', subject.id, t('onlySubject'), name);
}
