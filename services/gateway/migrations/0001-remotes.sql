-- The console's remotes: every version that was published, and which one each console loads.

create table remotes (
  name text primary key check (name ~ '^[a-z][a-z0-9-]*$'),
  -- What publishing named last. Publishing it again changes nothing, so that a rollback survives a restart.
  published_version text not null,
  -- While true, publishing adds versions without making them current.
  pinned boolean not null default false
);

create table remote_versions (
  id uuid primary key,
  name text not null references remotes (name),
  version text not null check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]*$'),
  manifest_path text not null,
  integrity jsonb not null,
  state text not null default 'available' check (state in ('current', 'available')),
  published_at timestamptz not null default now(),
  published_by text not null,
  unique (name, version)
);
create unique index remote_versions_current on remote_versions (name) where state = 'current';

create function announce_registry() returns trigger language plpgsql as $$
begin
  notify registry_changed;
  return null;
end $$;
create trigger registry_changed after insert or update or delete on remote_versions
  for each statement execute function announce_registry();
create trigger registry_changed after insert or update or delete on remotes
  for each statement execute function announce_registry();

grant select, insert, update, delete on remotes, remote_versions to banyan_service;
