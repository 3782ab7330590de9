import { describe, expect, it } from 'vitest';
import { read, trackedFiles } from './sources.ts';

const migrations = trackedFiles().filter((path) => /\/migrations\/.*\.sql$/.test(path));

interface Table {
  readonly file: string;
  readonly name: string;
  readonly columns: string;
}

const tables: Table[] = migrations.flatMap((file) =>
  [...read(file).matchAll(/create table (?:if not exists )?(\w+) \(([\s\S]*?)\n\)/g)].map((match) => ({
    file,
    name: match[1] as string,
    columns: match[2] as string,
  })),
);
const sql = migrations.map(read).join('\n');

describe('row-level security', () => {
  it.each(
    tables
      .filter(({ columns }) => /^\s*organization_id\b/m.test(columns))
      .map((table) => [table.name, table] as const),
  )('the table %s belongs to organizations and stands behind a policy', (name) => {
    expect(sql).toMatch(new RegExp(`protect_by_organization\\('${name}'|create policy \\w+ on ${name}\\b`));
  });

  it('is forced wherever it is enabled by hand', () => {
    const enabled = [...sql.matchAll(/alter table (\w+) enable row level security/g)].map(
      (match) => match[1],
    );
    expect(enabled.filter((name) => !sql.includes(`alter table ${name} force row level security`))).toEqual(
      [],
    );
  });
});
