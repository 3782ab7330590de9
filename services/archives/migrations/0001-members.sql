-- The records of members, from applicant to full member. Nobody is deleted: a reduction is a state.
create table members (
  id uuid primary key,
  -- A branch or joint branch; the group below it, where there is one.
  organization_id uuid not null,
  section_id uuid,
  account_id uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  -- Date of the branch meeting. The key puts who has not joined at the end of "newest first" and lets one index page both ways.
  joined_on date,
  joined_key date not null generated always as (coalesce(joined_on, '-infinity'::date)) stored,
  applied_on date,
  activist_on date,
  candidate_on date,
  full_on date,
  born_on date,
  work_started_on date,
  lost_contact_on date,
  verified_on date,
  state_on date,

  stage text not null check (stage in ('applicant', 'activist', 'candidate', 'probationary', 'full')),
  state text not null check (state in ('active', 'suspended', 'out-of-contact', 'transferred-out', 'left', 'deceased')),
  left_kind text,
  sex text check (sex in ('male', 'female')),

  -- Search keys of the name, in byte order: what `searchKeys()` of name-keys.ts makes of it. Ranges on them stay
  -- indexable behind row security, which LIKE does not.
  name text collate "C" not null,
  given_name text collate "C" not null,
  pinyin text collate "C" not null,
  given_pinyin text collate "C" not null,
  initials text collate "C" not null,

  -- key id (1 byte) | nonce (12) | AES-256-GCM ciphertext | tag (16), bound to `<id>:<field>`: `seal()` of sealed-fields.ts.
  id_number bytea,
  phone bytea,
  address bytea,
  -- Keyed hashes for equality: 16 bytes of HMAC-SHA-256 of the whole value, 8 bytes of its last four characters.
  id_number_hash bytea,
  id_number_tail bytea,
  phone_hash bytea,
  phone_tail bytea,

  former_name text,
  ethnicity text,
  native_place text,
  education text,
  degree text,
  school text,
  major text,
  post text,
  work_unit text,
  party_post text,
  note text,
  outflow jsonb,
  introducers jsonb not null default '[]',
  cultivators jsonb not null default '[]',
  awards jsonb not null default '[]',
  penalties jsonb not null default '[]',
  family jsonb not null default '[]',
  resume jsonb not null default '[]'
);

-- Pages are cut on these alone; the rows of the page are joined afterwards. Organization and id are what row security
-- looks at, so an index without them is never read alone.
create index members_newest on members (joined_key desc, id desc) include (organization_id, stage, state);
create index members_by_stage on members (stage, joined_key desc, id desc) include (organization_id, state);
create index members_by_state on members (state, joined_key desc, id desc) include (organization_id, stage)
  where state <> 'active';
create index members_by_organization on members (organization_id, joined_key desc, id desc) include (stage, state);
create index members_by_name on members (pinyin, id) include (organization_id, stage, state);
create index members_by_organization_name on members (organization_id, pinyin, id)
  include (stage, state, name, given_name, given_pinyin, initials, joined_key);

create index members_name on members (name) include (organization_id, id);
create index members_given_name on members (given_name) include (organization_id, id);
create index members_given_pinyin on members (given_pinyin) include (organization_id, id);
create index members_initials on members (initials) include (organization_id, id);
create index members_id_number_tail on members (id_number_tail);
create index members_phone on members (phone_hash);
create index members_phone_tail on members (phone_tail);
create index members_account on members (account_id) where account_id is not null;

-- One living record per ID number in the enterprise.
create unique index members_id_number on members (id_number_hash) where state in ('active', 'suspended', 'out-of-contact');
create index members_id_number_former on members (id_number_hash) where state not in ('active', 'suspended', 'out-of-contact');

call protect_by_organization('members', 'id');

-- The organizations in 'low high,low high' ranges of paths. Volatile keeps it from being inlined, so that a generic plan
-- reckons with some hundred of them and looks at each, instead of walking all people.
create function organizations_in(ranges text) returns setof uuid
  language sql volatile rows 100
  as $$
    select o.id from unnest(string_to_array(ranges, ',')) range
      join organizations o on o.path >= split_part(range, ' ', 1) collate "C" and o.path < split_part(range, ' ', 2) collate "C"
  $$;

-- The way to the first wall for one record: its organization, and nothing else of it.
create function member_organization(member uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select organization_id from members where id = member $$;

-- Names the author of a change in a timeline, whoever reads it.
create function member_name(member uuid) returns text
  language sql stable security definer set search_path = public
  as $$ select name from members where id = member $$;

-- Who changed what, when, from which value to which. Sensitive values are sealed here as in the record.
create table member_history (
  id uuid primary key,
  member_id uuid not null references members,
  version bigint not null,
  at timestamptz not null default now(),
  account_id uuid,
  actor_name text,
  action text not null,
  -- [{"field", "from", "to"}]; of a sensitive field {"sealed": base64} instead of the value.
  changes jsonb not null,
  reason text
);
create index member_history_member on member_history (member_id, version desc);
-- Reached through the record only: whoever sees the person sees the whole of the person's history.
alter table member_history enable row level security;
alter table member_history force row level security;
create policy through_member on member_history
  using (exists (select 1 from members where members.id = member_history.member_id));

-- How many people an organization has (`own`), and it and all below it (`below`). '*' stands for any stage or state, so
-- that every total is one row.
create table member_counts (
  organization_id uuid not null,
  stage text not null,
  state text not null,
  own bigint not null default 0,
  below bigint not null default 0,
  primary key (organization_id, stage, state)
) with (fillfactor = 70);

-- Changes that are not yet in member_counts. Insert-only: two imports into one branch never wait for each other.
create table member_count_deltas (
  id bigint generated always as identity primary key,
  organization_id uuid not null,
  stage text not null,
  state text not null,
  delta bigint not null
);

-- False after the tree has changed, until `below` is computed anew; totals are then added up from `own`.
create table member_count_state (
  single boolean primary key default true check (single),
  rolled_up boolean not null
);
insert into member_count_state (rolled_up) values (true);

-- A count row is one row of one organization: looking up its path beats hashing all paths of a wide scope.
alter table member_counts enable row level security;
alter table member_counts force row level security;
create policy scope on member_counts using (
  (select current_setting('banyan.reach', true)) = 'all'
  or organization_id = (select nullif(current_setting('banyan.organization', true), '')::uuid)
  or exists (
    select 1 from scope_ranges() r, organizations o
    where o.id = member_counts.organization_id and o.path >= r.low collate "C" and o.path < r.high collate "C"
  )
);
call protect_by_organization('member_count_deltas');

-- Counts follow the rows whatever statement changes them, hence with the owner's rights.
create function count_members() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into member_count_deltas (organization_id, stage, state, delta)
      select organization_id, stage, state, count(*) from added group by 1, 2, 3;
  elsif tg_op = 'DELETE' then
    insert into member_count_deltas (organization_id, stage, state, delta)
      select organization_id, stage, state, -count(*) from removed group by 1, 2, 3;
  else
    insert into member_count_deltas (organization_id, stage, state, delta)
      select organization_id, stage, state, sum(n) from (
        select organization_id, stage, state, 1 as n from added
        union all
        select organization_id, stage, state, -1 from removed
      ) changed group by 1, 2, 3 having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger members_added after insert on members referencing new table as added
  for each statement execute function count_members();
create trigger members_changed after update on members referencing new table as added old table as removed
  for each statement execute function count_members();
create trigger members_removed after delete on members referencing old table as removed
  for each statement execute function count_members();

create function forget_rollup() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from before full join after using (id) where before.path is distinct from after.path) then
    update member_count_state set rolled_up = false;
  end if;
  return null;
end $$;
create trigger organizations_repathed after update on organizations referencing old table as before new table as after
  for each statement execute function forget_rollup();

-- The organizations from the root to each organization, itself included.
create view organization_ancestors as
  select o.id as organization_id, a.id as ancestor_id
  from organizations o
    cross join lateral string_to_array(trim(both '/' from o.path), '/') as parts
    cross join lateral generate_series(1, cardinality(parts)) as depth
    join organizations a on a.path = '/' || array_to_string(parts[1:depth], '/') || '/' collate "C";

-- Adds deltas to the counts; after a change of the tree sums up anew what lies below each organization. Call it under reach 'all' or as the owner.
create function fold_member_counts() returns bigint
  language plpgsql set search_path = public as $$
declare folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('member-counts')) then return 0; end if;
  if not (select rolled_up from member_count_state) then
    -- Waits for a change of the tree that is under way, and makes the next one wait.
    update member_count_state set rolled_up = true;
    with sums as materialized (
      select a.ancestor_id as organization_id, c.stage, c.state, sum(c.own) as below
      from member_counts c join organization_ancestors a using (organization_id)
      where c.own <> 0 group by 1, 2, 3
    ), changed as (
      update member_counts m set below = s.below from sums s
      where (m.organization_id, m.stage, m.state) = (s.organization_id, s.stage, s.state) and m.below <> s.below
    ), emptied as (
      update member_counts m set below = 0
      where m.below <> 0 and not exists (
        select 1 from sums s where (s.organization_id, s.stage, s.state) = (m.organization_id, m.stage, m.state)
      )
    )
    insert into member_counts (organization_id, stage, state, below)
      select organization_id, stage, state, below from sums s
      where not exists (
        select 1 from member_counts m
        where (m.organization_id, m.stage, m.state) = (s.organization_id, s.stage, s.state)
      );
  end if;
  with taken as (
    delete from member_count_deltas returning organization_id, stage, state, delta
  ), net as (
    select organization_id, stage, state, sum(delta) as delta from taken group by 1, 2, 3 having sum(delta) <> 0
  ), ancestors as materialized (
    select * from organization_ancestors where organization_id in (select organization_id from net)
  ), moved as (
    select organization_id, stage, state, sum(own) as own, sum(below) as below
    from (
      select organization_id, stage, state, delta as own, 0 as below from net
      union all
      select a.ancestor_id, n.stage, n.state, 0, n.delta from net n join ancestors a using (organization_id)
    ) each_level group by 1, 2, 3
  ), spread as (
    select m.organization_id, s.stage, t.state, sum(m.own) as own, sum(m.below) as below
    from moved m
      cross join lateral (values (m.stage), ('*')) s(stage)
      cross join lateral (values (m.state), ('*')) t(state)
    group by 1, 2, 3
  ), stored as (
    insert into member_counts as m (organization_id, stage, state, own, below)
      select organization_id, stage, state, own, below from spread
      on conflict (organization_id, stage, state) do update set own = m.own + excluded.own, below = m.below + excluded.below
  )
  select count(*) into folded from taken;
  return folded;
end $$;

-- Counts from the rows themselves, after a bulk load with the triggers off. Writers wait until it is done.
create function rebuild_member_counts() returns void
  language plpgsql set search_path = public as $$
begin
  perform pg_advisory_xact_lock(hashtext('member-counts'));
  lock table member_count_deltas in share row exclusive mode;
  delete from member_count_deltas;
  delete from member_counts;
  -- Of a branch this is `below` already, which leaves little to sum up.
  insert into member_counts (organization_id, stage, state, own, below)
    select organization_id, coalesce(stage, '*'), coalesce(state, '*'), count(*), count(*)
    from members group by organization_id, cube (stage, state);
  update member_count_state set rolled_up = false;
  perform fold_member_counts();
end $$;

revoke execute on function member_organization(uuid), member_name(uuid) from public;
grant execute on function member_organization(uuid), member_name(uuid) to banyan_service;
grant select on organization_ancestors to banyan_service;
