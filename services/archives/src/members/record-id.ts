import { notFound } from '@banyan/service-kit/error';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isRecordId(text: string): boolean {
  return uuid.test(text);
}

/** What can be no id of a record is as unknown as an id that no record has. */
export function checkRecordId(text: string): void {
  if (!isRecordId(text)) throw notFound();
}
