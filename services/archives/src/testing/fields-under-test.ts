import { bodyOf } from '@banyan/test-kit/body-of';
import type { TestActor } from '@banyan/test-kit/service';
import type { FieldView } from '../fields/field-views.ts';
import type { ArchivesUnderTest } from './archives-under-test.ts';

export const fieldsPath = '/api/archives/fields';

const permissions = [
  'archives.member.read',
  'archives.member.create',
  'archives.member.update',
  'archives.setting.update',
];

/** Choices of a list. */
export const shifts = [
  { value: 'day', labelZh: '白班' },
  { value: 'night', labelZh: '夜班' },
];

/** Makes fields, and asks for them. */
export function fieldsOf(archives: ArchivesUnderTest) {
  let serial = 0;
  /** Somebody who makes fields at a node and below, and fills them in. */
  const settler = (node: string): Promise<TestActor> =>
    archives.actor([{ permissions, mode: 'subtree', nodes: [node] }]);
  return {
    settler,
    make: async (node: string, values: Record<string, unknown> = {}): Promise<FieldView> => {
      serial += 1;
      const body = {
        organizationId: archives.node(node).id,
        key: `field-${serial}`,
        labelZh: `字段${serial}`,
        kind: 'text',
        ...values,
      };
      return bodyOf<FieldView>((await settler(node)).post(fieldsPath, body), 201);
    },
    keysSeen: async (who: TestActor, query: string): Promise<string[]> => {
      const { items } = (await (await who.get(`${fieldsPath}${query}`)).json()) as { items: FieldView[] };
      return items.map(({ key }) => key);
    },
  };
}
