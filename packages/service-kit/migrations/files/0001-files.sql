-- Files by what they belong to. What is in them lies in the file store under `storage_key`.
create table files (
  id uuid primary key,
  -- The kind of record that has the file, and its id. A person's own files have the person as owner.
  owner_entity text not null,
  owner_id uuid not null,
  organization_id uuid not null,
  -- As the sender called it: text to show, never a path.
  name text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- By content, whatever the name says.
  media_type text not null,
  classification text not null check (classification in ('open', 'internal', 'personal')),
  scan_state text not null check (scan_state in ('not-scanned', 'clean')),
  storage_key text not null unique,
  created_at timestamptz not null default now(),
  created_by uuid,
  created_by_name text,
  removed_at timestamptz,
  removed_by uuid
);
create index files_owner on files (owner_entity, owner_id);
create index files_removed on files (removed_at) where removed_at is not null;

call protect_by_organization('files', 'owner_id');
