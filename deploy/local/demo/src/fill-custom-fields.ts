import type { Sql } from 'postgres';
import { stableId } from './stable-id.ts';

const option = (value: string, labelZh: string, labelEn: string) => ({
  value,
  labelZh,
  labelEn,
  retired: false,
});

/** What the group and one of its units ask of their people beyond the record that everybody has. */
const fields = [
  {
    owner: null,
    key: 'shift',
    labels: ['班制', 'Shift'],
    kind: 'one-of',
    help: '按最近一次排班填写',
    options: [
      option('day', '常白班', 'Day'),
      option('rotating', '倒班', 'Rotating'),
      option('field', '野外轮休', 'Field rotation'),
    ],
  },
  {
    owner: null,
    key: 'skills',
    labels: ['特长', 'Skills'],
    kind: 'several-of',
    options: [
      option('writing', '写作', 'Writing'),
      option('lecturing', '宣讲', 'Lecturing'),
      option('first-aid', '急救', 'First aid'),
      option('photography', '摄影', 'Photography'),
    ],
  },
  {
    owner: null,
    key: 'talked-on',
    labels: ['最近谈心日期', 'Last talk'],
    kind: 'date',
    stages: '{applicant,activist,candidate}',
  },
  {
    owner: '采油一厂党委',
    key: 'commute-minutes',
    labels: ['通勤时间', 'Commute'],
    kind: 'number',
    unit: '分钟',
    minimum: 0,
    maximum: 300,
  },
  {
    owner: '采油一厂党委',
    key: 'dormitory',
    labels: ['宿舍', 'Dormitory'],
    kind: 'text',
    help: '楼号与房号',
  },
] as const;

/** Fields, and values of the people of the branch that pictures and journeys tell about. */
export async function addCustomFields(sql: Sql, seed: string): Promise<void> {
  for (const [index, field] of fields.entries()) {
    const [zh, en] = field.labels;
    await sql`
      insert into custom_fields
        (id, organization_id, key, label_zh, label_en, kind, help, stages, unit, minimum, maximum, options, sort)
      select ${stableId(seed, 'custom-field', index)}, id, ${field.key}, ${zh}, ${en}, ${field.kind},
        ${'help' in field ? field.help : null}, ${'stages' in field ? field.stages : '{}'}::text::text[],
        ${'unit' in field ? field.unit : null}, ${'minimum' in field ? field.minimum : null},
        ${'maximum' in field ? field.maximum : null},
        ${JSON.stringify('options' in field ? field.options : [])}::text::jsonb, ${index}
      from organizations where ${field.owner === null ? sql`parent_id is null` : sql`name = ${field.owner}`} limit 1`;
  }
  await sql`
    update members set custom = jsonb_build_object(
      'shift', (array['day', 'rotating', 'field'])[1 + mod(abs(hashtext(id::text)), 3)],
      'commute-minutes', 10 + 5 * mod(abs(hashtext(name)), 12))
    where organization_id in (select id from organizations where name = '采油一厂采油一队党支部')`;
}
