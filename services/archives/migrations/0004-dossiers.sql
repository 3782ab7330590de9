-- What is known of the items of a dossier. An item without a row is one that nobody has touched: missing.
create table dossier_items (
  member_id uuid not null references members,
  -- The person's, kept by trigger: counting whole units through the person would look at every record.
  organization_id uuid not null,
  -- Of the national list by its word, of a local one by the id of the extra.
  item text not null,
  -- What somebody has said of it; null where the files say it.
  mark text check (mark in ('partial', 'complete', 'not-needed')),
  note text,
  -- Follows from mark and files, kept for counting.
  state text not null check (state in ('missing', 'partial', 'complete', 'not-needed')),
  version bigint not null default 1,
  changed_at timestamptz not null default now(),
  changed_by uuid,
  changed_by_name text,
  primary key (member_id, item)
);
create index dossier_items_settled on dossier_items (organization_id, member_id) include (item)
  where state in ('complete', 'not-needed');
call protect_by_organization('dossier_items', 'member_id');

-- Which item of whose dossier a file is of; the rest of it is in `files`.
create table dossier_files (
  file_id uuid primary key references files on delete cascade,
  member_id uuid not null references members,
  item text not null
);
create index dossier_files_member on dossier_files (member_id, item);
alter table dossier_files enable row level security;
alter table dossier_files force row level security;
create policy through_member on dossier_files
  using (exists (select 1 from members where members.id = dossier_files.member_id));

-- The way to the first wall for one file: whose it is, and nothing else of it.
create function dossier_file_member(file uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select member_id from dossier_files where file_id = file $$;
revoke execute on function dossier_file_member(uuid) from public;
grant execute on function dossier_file_member(uuid) to banyan_service;

-- A dossier goes where its person goes.
create function move_dossier() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update dossier_items set organization_id = new.organization_id where member_id = new.id;
  update files set organization_id = new.organization_id where owner_entity = 'member' and owner_id = new.id;
  return null;
end $$;
create trigger members_moved_with_dossier after update of organization_id on members for each row
  when (old.organization_id is distinct from new.organization_id) execute function move_dossier();

-- What a node asks for beyond the national list, of its own people and all below it.
create table dossier_extras (
  id uuid primary key,
  organization_id uuid not null,
  name text not null,
  hint text,
  -- From which stage on it is required.
  stage text not null check (stage in ('applicant', 'activist', 'candidate', 'probationary', 'full')),
  -- So many files make it complete.
  least integer not null default 1 check (least between 1 and 20),
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  created_by uuid,
  retired_at timestamptz
);
create unique index dossier_extras_name on dossier_extras (organization_id, name) where retired_at is null;
call protect_by_organization('dossier_extras');
-- It holds for people whose secretaries have no reach over the node that asks for it.
create policy inherited on dossier_extras for select using (true);

-- Uploads under way. Chunks lie in the file store; they are put together and become a file with the last one.
create table dossier_uploads (
  id uuid primary key,
  account_id uuid not null,
  member_id uuid not null references members,
  item text not null,
  name text not null,
  -- The sender's way to know the same file again, after a reload too.
  fingerprint text,
  size bigint not null,
  received bigint not null default 0,
  chunks jsonb not null default '[]',
  created_at timestamptz not null default now(),
  file_id uuid
);
create index dossier_uploads_member on dossier_uploads (member_id, account_id);
create index dossier_uploads_age on dossier_uploads (created_at);
alter table dossier_uploads enable row level security;
alter table dossier_uploads force row level security;
create policy own on dossier_uploads using (
  (select current_setting('banyan.reach', true)) = 'all'
  or account_id = (select nullif(current_setting('banyan.account', true), '')::uuid)
);
