-- What every service's database holds besides its own tables.

-- Local replica of the organization tree. In identity, which owns the tree, this is the table itself.
create table organizations (
  id uuid primary key,
  parent_id uuid,
  path text collate "C" not null,
  type text not null,
  code text not null,
  name text not null,
  short_name text not null,
  status text not null default 'active',
  sort integer not null default 0,
  established_on date,
  term_ends_on date,
  valid_from date,
  valid_to date,
  version bigint not null default 1
);
create unique index organizations_path on organizations (path) include (id);
create index organizations_parent on organizations (parent_id);

create function announce_organizations() returns trigger language plpgsql as $$
begin
  notify organizations_changed;
  return null;
end $$;
create trigger organizations_changed after insert or update or delete on organizations
  for each statement execute function announce_organizations();

-- How far a replica has come: the revision of its owner that it holds.
create table replica_states (
  name text primary key,
  revision bigint not null,
  loaded_at timestamptz not null default now()
);

-- What an account may do, as identity compiled it.
create table access_replicas (
  account_id uuid primary key,
  revision bigint not null,
  access jsonb not null
);

create table outbox (
  sequence bigint generated always as identity primary key,
  id uuid not null unique,
  stream text not null,
  subject text not null,
  message text not null,
  traceparent text,
  created_at timestamptz not null default now(),
  leased_until timestamptz,
  published_at timestamptz,
  stream_sequence bigint
);
create index outbox_waiting on outbox (sequence) where published_at is null;
create index outbox_published on outbox (stream, stream_sequence) where published_at is not null;

create table stream_states (
  stream text primary key,
  created_at timestamptz not null,
  last_sequence bigint not null
);

create table inbox_events (
  handler text not null,
  event_id uuid not null,
  handled_at timestamptz not null default now(),
  primary key (handler, event_id)
);

create table dead_letters (
  id uuid primary key,
  handler text not null,
  event_id uuid not null,
  subject text not null,
  message text not null,
  reason text not null,
  deliveries integer not null,
  parked_at timestamptz not null default now(),
  replayed_at timestamptz,
  replayed_by uuid,
  unique (handler, event_id)
);

create table idempotency_keys (
  account_id uuid not null,
  key text not null,
  fingerprint text not null,
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index idempotency_keys_age on idempotency_keys (created_at);

create table audit_entries (
  id uuid primary key,
  at timestamptz not null default now(),
  account_id uuid,
  action text not null,
  entity text not null,
  subject_id uuid,
  organization_id uuid,
  fields text[] not null default '{}',
  version bigint,
  reason text,
  request_id text
);
create index audit_entries_subject on audit_entries (subject_id, at);

-- The coarse wall. Settings are local to a transaction; without them no row is seen.
--   banyan.reach         'all' for a scope that holds the whole tree
--   banyan.organization  one organization, once the first wall has narrowed to it
--   banyan.ranges        'low high,low high' half-open ranges of paths
--   banyan.person        the record of the reader
create function scope_ranges() returns table (low text, high text) language sql stable as $$
  select split_part(r, ' ', 1), split_part(r, ' ', 2)
  from unnest(string_to_array(nullif(current_setting('banyan.ranges', true), ''), ',')) r
$$;

-- Puts a table behind the wall. `own` names the column that holds the record of a person, if any.
create procedure protect_by_organization(target regclass, own name default null) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format(
    $policy$create policy scope on %s using (
      (select current_setting('banyan.reach', true)) = 'all'
      or organization_id = (select nullif(current_setting('banyan.organization', true), '')::uuid)
      %s
      or organization_id in (
        select o.id from scope_ranges() r join organizations o on o.path >= r.low collate "C" and o.path < r.high collate "C"
      )
    )$policy$,
    target,
    case when own is null then ''
      else format('or %I = (select nullif(current_setting(''banyan.person'', true), '''')::uuid)', own) end
  );
end $$;

-- Audit rows may be written by whoever acts, and are read through identity only.
alter table audit_entries enable row level security;
alter table audit_entries force row level security;
create policy written_by_all on audit_entries for insert with check (true);
create policy read_by_system on audit_entries for select using ((select current_setting('banyan.reach', true)) = 'all');

grant usage on schema public to banyan_service;
grant select, insert, update, delete on all tables in schema public to banyan_service;
revoke update, delete on audit_entries from banyan_service;
grant usage on all sequences in schema public to banyan_service;
alter default privileges in schema public grant select, insert, update, delete on tables to banyan_service;
alter default privileges in schema public grant usage on sequences to banyan_service;
