-- Rosters that come as files. Their rows are kept sealed, whole: which cell is an ID number is known only once the
-- columns are.
create table imports (
  id uuid primary key,
  -- The topmost node of the importer's scope, or the one asked for: rows go to branches of it, and whoever may import
  -- there sees the import.
  organization_id uuid not null,
  account_id uuid not null,
  person_id uuid,
  actor_name text,
  request_id text,
  file_name text not null,
  size bigint not null,
  sha256 text not null,
  mode text not null check (mode in ('add', 'update', 'both')),
  status text not null check (status in ('parsing', 'preview', 'committing', 'committed', 'undoing', 'undone', 'failed')),
  -- What the importer chose of sheet, encoding and heading; null once nothing has to be read anew.
  choice jsonb,
  source jsonb,
  columns jsonb not null default '[]',
  defaults jsonb not null default '{"organizationId": null, "stage": null}',
  rows integer not null default 0,
  valid integer not null default 0,
  invalid integer not null default 0,
  added integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  error_counts jsonb not null default '[]',
  warning_counts jsonb not null default '[]',
  progress_done integer not null default 0,
  progress_total integer not null default 0,
  skip_invalid boolean not null default false,
  problem jsonb,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  committed_at timestamptz,
  committed_by jsonb,
  undone_at timestamptz,
  undone_by jsonb
);
call protect_by_organization('imports');
create index imports_newest on imports (created_at desc, id desc) include (organization_id, status);
-- The same file is not under way twice for the same organization.
create unique index imports_under_way on imports (organization_id, sha256)
  where status in ('parsing', 'preview', 'committing', 'undoing');

create table import_rows (
  import_id uuid not null references imports on delete cascade,
  -- As the spreadsheet numbers it.
  row integer not null,
  organization_id uuid not null,
  version integer not null default 1,
  -- Cells, their marks and corrections, sealed for `<import>:<row>`.
  cells bytea not null,
  corrected boolean not null default false,
  name text,
  home_id uuid,
  -- Keyed hash of the ID number, as in members.
  id_hash bytea,
  errors jsonb not null default '[]',
  warnings jsonb not null default '[]',
  -- Other rows of the file with the same ID number, or without one the same name in the same branch.
  duplicate_of integer[],
  action text check (action in ('add', 'update', 'none')),
  -- The record that the row updates, at the version that was seen; once committed also the one it added, and the version
  -- that it was left at. Not `member_id`: a preview is nothing that depends on a person.
  record_id uuid,
  record_version bigint,
  left_version bigint,
  -- What an update changes, as the history keeps it.
  changes jsonb not null default '[]',
  valid boolean not null generated always as (errors = '[]'::jsonb and duplicate_of is null) stored,
  primary key (import_id, row)
);
call protect_by_organization('import_rows');
create index import_rows_invalid on import_rows (import_id, row) where not valid;
create index import_rows_id on import_rows (import_id, id_hash) where id_hash is not null;
create index import_rows_record on import_rows (import_id, record_id) where record_id is not null;

-- What the columns of files with these headings were taken for the last time.
create table import_mappings (
  organization_id uuid not null,
  signature text not null,
  fields jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (organization_id, signature)
);
call protect_by_organization('import_mappings');

alter table member_history add column import_id uuid;

-- Records that an undone import had added, with their history, as they were. The law wants them kept; nobody is shown them.
create table voided_members (
  id uuid primary key,
  organization_id uuid not null,
  import_id uuid not null,
  voided_at timestamptz not null default now(),
  record jsonb not null,
  history jsonb not null
);
alter table voided_members enable row level security;
alter table voided_members force row level security;
create policy written_by_all on voided_members for insert with check (true);

-- People that an import has added and that something refers to by now: every table with a `member_id` is asked.
create function import_dependants(import uuid) returns table ("row" integer, record_id uuid, relation text)
  language plpgsql stable security definer set search_path = public as $$
declare dependent record;
begin
  for dependent in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'member_id' and t.table_type = 'BASE TABLE'
      and c.table_name <> 'member_history'
    order by 1
  loop
    return query execute format(
      'select r.row, r.record_id, %L::text from import_rows r
        where r.import_id = $1 and r.action = ''add'' and r.left_version is not null
          and exists (select 1 from %I d where d.member_id = r.record_id)',
      dependent.table_name, dependent.table_name) using import;
  end loop;
end $$;
revoke execute on function import_dependants(uuid) from public;
grant execute on function import_dependants(uuid) to banyan_service;
