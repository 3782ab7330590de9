-- Fields that an organization adds to the records of its people. All below inherit them.
create table custom_fields (
  id uuid primary key,
  organization_id uuid not null,
  -- One key means one field in the whole enterprise: a value that moves with a person is never read as another one's.
  key text collate "C" not null check (key ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(key) <= 40),
  label_zh text not null,
  label_en text,
  kind text not null check (kind in ('text', 'long-text', 'number', 'date', 'yes-no', 'one-of', 'several-of')),
  help text,
  required boolean not null default false,
  -- Stages at which it is asked for; empty for all.
  stages text[] not null default '{}',
  unit text,
  minimum double precision,
  maximum double precision,
  -- [{"value", "labelZh", "labelEn", "retired"}]: a choice that is in use is retired, never removed.
  options jsonb not null default '[]',
  sort integer not null default 0,
  archived_at timestamptz,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index custom_fields_key on custom_fields (key);
create index custom_fields_owner on custom_fields (organization_id);
call protect_by_organization('custom_fields');

-- What people at these organizations inherit, archived ones included. The first wall has checked who asks; owners above
-- lie outside of a branch's scope.
create function inherited_fields(organizations uuid[]) returns table (heir_id uuid, field custom_fields)
  language sql stable security definer set search_path = public rows 20
  as $$
    select heir.id, f
    from custom_fields f
      join organizations owner on owner.id = f.organization_id
      join organizations heir on heir.id = any(organizations) and starts_with(heir.path, owner.path)
  $$;

-- A constant default rewrites nothing, whatever the number of rows.
alter table members add column custom jsonb not null default '{}';
-- Leads to whoever has a value at all; rows without any are not in it.
create index members_custom on members using gin (custom) where custom <> '{}';

-- Of the values of a record, those of fields that apply at its organization. The others wait for the person's return.
create function custom_shown(organization uuid, custom jsonb) returns jsonb
  language sql stable security definer set search_path = public
  as $$
    select coalesce(jsonb_object_agg(v.key, v.value), '{}')
    from jsonb_each(custom) v
    where exists (
      select 1 from custom_fields f
        join organizations owner on owner.id = f.organization_id
        join organizations heir on heir.id = organization
      where f.key = v.key and f.archived_at is null and starts_with(heir.path, owner.path)
    )
  $$;

-- The organizations whose people have a field, for whoever filters by it: its owner may be out of the reader's sight.
create function custom_heirs(field_key text) returns setof uuid
  language sql stable security definer set search_path = public rows 2000
  as $$
    select heir.id from custom_fields f
      join organizations owner on owner.id = f.organization_id
      join organizations heir on starts_with(heir.path, owner.path)
    where f.key = field_key and f.archived_at is null
  $$;

-- Whoever carries one of these values, of all people: containment is not leakproof, so that behind row security it leads
-- to no index. What is found is joined with what the reader sees.
create function custom_holders(one jsonb, among jsonb, truth jsonb) returns setof uuid
  language sql stable security definer set search_path = public rows 1000
  as $$ select id from members where custom <> '{}' and (custom @> one or custom @> among or custom @> truth) $$;

-- How many records carry a value, wherever its person is now.
create function count_custom_values(field_key text) returns bigint
  language sql stable security definer set search_path = public
  as $$ select count(*) from members where custom <> '{}' and custom ? field_key $$;

-- Filters, sort and columns of a list under a name: of one person, or of an organization and all below.
create table saved_views (
  id uuid primary key,
  list text collate "C" not null,
  account_id uuid not null,
  organization_id uuid,
  name text not null,
  filters jsonb not null default '{}',
  sort text,
  columns jsonb,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  removed_at timestamptz
);
create index saved_views_account on saved_views (account_id, list);
create index saved_views_organization on saved_views (organization_id, list) where organization_id is not null;
alter table saved_views enable row level security;
alter table saved_views force row level security;
-- A view of one person is that person's alone, whatever the reach. A shared one is seen from below its organization too.
create policy own_or_shared on saved_views using (
  case when organization_id is null
    then account_id = (select nullif(current_setting('banyan.account', true), '')::uuid)
    else (select current_setting('banyan.reach', true)) = 'all'
      or organization_id = (select nullif(current_setting('banyan.organization', true), '')::uuid)
      or exists (
        select 1 from scope_ranges() r, organizations o
        where o.id = saved_views.organization_id
          and (starts_with(r.low, o.path) or (o.path >= r.low collate "C" and o.path < r.high collate "C"))
      )
  end
);

-- The person's own order of views, and the one that opens first.
create table view_preferences (
  account_id uuid not null,
  list text collate "C" not null,
  default_view_id uuid,
  ordered uuid[] not null default '{}',
  primary key (account_id, list)
);
alter table view_preferences enable row level security;
alter table view_preferences force row level security;
create policy own on view_preferences
  using (account_id = (select nullif(current_setting('banyan.account', true), '')::uuid));

revoke execute on function
  inherited_fields(uuid[]), custom_shown(uuid, jsonb), custom_heirs(text), custom_holders(jsonb, jsonb, jsonb),
  count_custom_values(text) from public;
grant execute on function
  inherited_fields(uuid[]), custom_shown(uuid, jsonb), custom_heirs(text), custom_holders(jsonb, jsonb, jsonb),
  count_custom_values(text) to banyan_service;
