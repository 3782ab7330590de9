-- Identity owns the tree: the kit's `organizations` is its truth here, with what only identity knows of a node.
create sequence organization_numbers as bigint;
alter table organizations
  add column number bigint not null default nextval('organization_numbers'),
  add column merged_into uuid references organizations (id),
  add column credit_code text,
  add column nature text,
  add column longitude double precision,
  add column latitude double precision,
  add column address text,
  add constraint organizations_types check (type in ('group', 'committee', 'general-branch', 'branch', 'joint-branch', 'section')),
  add constraint organizations_statuses check (status in ('active', 'merged', 'dissolved')),
  add constraint organizations_merged check ((status = 'merged') = (merged_into is not null)),
  add constraint organizations_parents foreign key (parent_id) references organizations (id),
  add constraint organizations_place check ((longitude is null) = (latitude is null));
alter sequence organization_numbers owned by organizations.number;
create unique index organizations_number on organizations (number);
create unique index organizations_code on organizations (code);
-- One installation is one enterprise.
create unique index organizations_root on organizations ((true)) where parent_id is null;
-- The revision of the tree; whoever changes the tree locks this row first, so that there is one writer.
insert into replica_states (name, revision) values ('organizations', 0);

create table organization_changes (
  id uuid primary key,
  organization_id uuid not null references organizations (id),
  at timestamptz not null default now(),
  account_id uuid,
  action text not null,
  fields jsonb not null,
  version bigint not null,
  tree_revision bigint not null
);
create index organization_changes_of on organization_changes (organization_id, tree_revision desc);
call protect_by_organization('organization_changes');

-- Counts the changes of what anybody may do. Its row lock makes revisions appear in the order in which they commit.
create table access_counters (
  only_one boolean primary key default true check (only_one),
  revision bigint not null
);
insert into access_counters (revision) values (1);

create table roles (
  id text primary key,
  name text not null unique,
  shipped boolean not null default false,
  administrator boolean not null default false,
  permissions text[] not null default '{}',
  revision bigint not null default 0,
  version bigint not null default 1,
  unique (id, administrator)
);
-- Permissions of shipped roles come with the release and are written when the service starts.
insert into roles (id, name, shipped, administrator) values
  ('system-admin', '系统管理员', true, true),
  ('security-admin', '安全管理员', true, true),
  ('audit-admin', '审计管理员', true, true),
  ('organization-officer', '组织干事', true, false),
  ('branch-secretary', '支部书记', true, false),
  ('branch-member', '支委', true, false),
  ('editor', '编辑', true, false),
  ('publisher', '审核', true, false),
  ('trainer', '培训管理员', true, false),
  ('feedback-dispatcher', '留言受理', true, false),
  ('feedback-handler', '留言承办', true, false),
  ('opinion-analyst', '舆情专员', true, false),
  ('member', '党员', true, false);

-- An account is an administrator's or it is not, for good: the two foreign keys of `grants` keep both kinds of role apart.
create table accounts (
  id uuid primary key,
  username text collate "C" not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,39}$'),
  display_name text collate "C" not null,
  kind text not null default 'person' check (kind in ('person', 'service')),
  administrator boolean not null default false,
  person_id uuid unique,
  organization_id uuid not null references organizations (id),
  status text not null default 'active' check (status in ('active', 'disabled')),
  locale text check (locale in ('zh-CN', 'en-US')),
  theme text not null default 'system' check (theme in ('light', 'dark', 'system')),
  last_sign_in_at timestamptz,
  access_revision bigint not null default 1,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  unique (id, administrator),
  check (not administrator or (person_id is null and kind = 'person')),
  check (person_id is null or kind = 'person')
);
create index accounts_by_organization on accounts (organization_id, username);
create index accounts_by_display_name on accounts (display_name);
call protect_by_organization('accounts', 'person_id');
create policy own on accounts using (id = (select nullif(current_setting('banyan.account', true), '')::uuid));

create table grants (
  id uuid primary key,
  account_id uuid not null,
  role_id text not null check (role_id <> 'member'),
  administrator boolean not null,
  mode text not null check (mode in ('self', 'node', 'subtree', 'nodes')),
  nodes uuid[] not null default '{}',
  valid_from timestamptz,
  valid_to timestamptz,
  created_at timestamptz not null default now(),
  created_by uuid,
  revoked_at timestamptz,
  revoked_by uuid,
  foreign key (account_id, administrator) references accounts (id, administrator),
  foreign key (role_id, administrator) references roles (id, administrator),
  check (case mode when 'self' then cardinality(nodes) = 0 when 'node' then cardinality(nodes) = 1 else cardinality(nodes) >= 1 end),
  check (valid_from < valid_to)
);
-- The three administrators exclude one another.
create unique index grants_one_administrator on grants (account_id) where administrator and revoked_at is null;
create unique index grants_once on grants (account_id, role_id, mode, nodes) where revoked_at is null;
create index grants_by_role on grants (role_id) where revoked_at is null;
alter table grants enable row level security;
alter table grants force row level security;
create policy through_account on grants using (
  (select current_setting('banyan.reach', true)) = 'all' or exists (select from accounts a where a.id = account_id)
);

create table passwords (
  account_id uuid primary key references accounts (id),
  hash text not null,
  set_at timestamptz not null default now(),
  former text[] not null default '{}'
);
create table one_time_links (
  hash bytea primary key,
  purpose text not null check (purpose in ('bootstrap', 'password')),
  account_id uuid references accounts (id),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  check ((purpose = 'password') = (account_id is not null))
);
create index one_time_links_of on one_time_links (account_id);

-- Failures by account or, where there is none of that name, by a hash of what was typed: both are treated alike.
create table sign_in_guards (
  key text primary key,
  account_id uuid,
  failures integer not null,
  since timestamptz not null,
  locked_until timestamptz
);

create table sessions (
  id uuid primary key,
  hash bytea not null unique,
  account_id uuid not null references accounts (id),
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  idle_seconds integer not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  address text,
  user_agent text
);
create index sessions_live on sessions (account_id, created_at desc) where ended_at is null;
create index sessions_to_sweep on sessions (expires_at) where ended_at is null;
alter table sessions enable row level security;
alter table sessions force row level security;
create policy through_account on sessions using (
  (select current_setting('banyan.reach', true)) = 'all' or exists (select from accounts a where a.id = account_id)
);

create table settings (
  organization_id uuid not null references organizations (id),
  key text not null,
  value jsonb,
  version bigint not null,
  primary key (organization_id, key)
);
create table setting_changes (
  id uuid primary key,
  organization_id uuid not null references organizations (id),
  key text not null,
  at timestamptz not null default now(),
  account_id uuid,
  from_value jsonb,
  to_value jsonb,
  version bigint not null
);
create index setting_changes_of on setting_changes (organization_id, key, version desc);
call protect_by_organization('settings');
call protect_by_organization('setting_changes');

-- The audit rows of every domain. What is written stays as it is, for the owner of the table too.
create table audit_trail (
  id uuid primary key,
  position bigint generated always as identity,
  at timestamptz not null,
  domain text not null,
  account_id uuid,
  action text collate "C" not null,
  entity text not null,
  subject_id uuid,
  organization_id uuid,
  fields text[] not null,
  version bigint,
  reason text,
  request_id text,
  received_at timestamptz not null default now()
);
create index audit_trail_newest on audit_trail (at desc, id desc) include (organization_id);
create index audit_trail_by_account on audit_trail (account_id, at desc, id desc);
create index audit_trail_by_subject on audit_trail (subject_id, at desc, id desc);
create index audit_trail_by_organization on audit_trail (organization_id, at desc, id desc);
create index audit_trail_by_action on audit_trail (action, at desc, id desc);
call protect_by_organization('audit_trail');
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The audit trail is only added to.';
end $$;
create trigger audit_trail_stays before update or delete on audit_trail for each row execute function refuse_change();
create trigger audit_trail_stays_whole before truncate on audit_trail for each statement execute function refuse_change();
revoke update, delete on audit_trail from banyan_service;
