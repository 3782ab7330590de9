-- "Is this still right?": asked of everybody below a node, answered by the branches person by person.
create table verification_rounds (
  id uuid primary key,
  -- The node that the round goes down from.
  organization_id uuid not null,
  version bigint not null default 1,
  title text not null,
  -- Null for the usual one, which every reader has in their own language.
  question text,
  note text,
  stages text[] not null,
  states text[] not null,
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  created_at timestamptz not null default now(),
  account_id uuid,
  author_name text,
  closed_at timestamptz
);
create index verification_rounds_newest on verification_rounds (created_at desc, id desc);
create index verification_rounds_open on verification_rounds (due_on) where state = 'open';

-- Whether a node lies above what the transaction may see: what is asked there is asked of those below.
create function lies_above_scope(node uuid) returns boolean
  language sql stable as $$
    select exists (
      select 1 from organizations o where o.id = node and (
        exists (select 1 from scope_ranges() r where starts_with(r.low, o.path))
        or exists (
          select 1 from organizations home
          where home.id = nullif(current_setting('banyan.organization', true), '')::uuid
            and starts_with(home.path, o.path)
        )
      )
    )
  $$;

alter table verification_rounds enable row level security;
alter table verification_rounds force row level security;
create policy scope on verification_rounds using (
  (select current_setting('banyan.reach', true)) = 'all'
  or organization_id in (
    select o.id from scope_ranges() r join organizations o on o.path >= r.low collate "C" and o.path < r.high collate "C"
  )
  or lies_above_scope(organization_id)
);

-- One answer per person and round; who has none is still to be asked. Branch and `counts` follow the person while the
-- round is open, by the trigger below.
create table verification_answers (
  round_id uuid not null references verification_rounds,
  member_id uuid not null references members,
  organization_id uuid not null,
  answer text not null check (answer in ('confirmed', 'corrected', 'unknown')),
  note text,
  -- Whether the person is of the stages and states that the round asks about.
  counts boolean not null default true,
  member_version bigint not null,
  answered_at timestamptz not null default now(),
  account_id uuid,
  author_name text,
  primary key (round_id, member_id)
);
create index verification_answers_member on verification_answers (member_id);
create index verification_answers_branch on verification_answers (round_id, organization_id);
call protect_by_organization('verification_answers');

-- How many answers a branch has given, and what is not yet added to that. Insert-only, as the counts of members are.
create table verification_tallies (
  round_id uuid not null references verification_rounds,
  organization_id uuid not null,
  answer text not null,
  answers bigint not null,
  primary key (round_id, organization_id, answer)
);
create table verification_tally_deltas (
  id bigint generated always as identity primary key,
  round_id uuid not null references verification_rounds,
  organization_id uuid not null,
  answer text not null,
  delta bigint not null
);
call protect_by_organization('verification_tallies');
call protect_by_organization('verification_tally_deltas');

-- What every node had reached when the round was closed, with all below it.
create table verification_results (
  round_id uuid not null references verification_rounds,
  organization_id uuid not null,
  people bigint not null,
  confirmed bigint not null,
  corrected bigint not null,
  unknown bigint not null,
  branches bigint not null,
  finished bigint not null,
  primary key (round_id, organization_id)
);
call protect_by_organization('verification_results');

-- Branches that were late, each once for a due date.
create table verification_overdue (
  round_id uuid not null references verification_rounds,
  organization_id uuid not null,
  due_on date not null,
  marked_on date not null,
  primary key (round_id, organization_id, due_on)
);
call protect_by_organization('verification_overdue');

create table verification_reminders (
  id uuid primary key,
  round_id uuid not null references verification_rounds,
  -- Of everybody at this node and below who has not finished.
  organization_id uuid not null,
  at timestamptz not null default now(),
  account_id uuid,
  author_name text,
  note text,
  branches bigint not null
);
create index verification_reminders_round on verification_reminders (round_id, at desc);
alter table verification_reminders enable row level security;
alter table verification_reminders force row level security;
create policy scope on verification_reminders using (
  (select current_setting('banyan.reach', true)) = 'all'
  or organization_id in (
    select o.id from scope_ranges() r join organizations o on o.path >= r.low collate "C" and o.path < r.high collate "C"
  )
  or lies_above_scope(organization_id)
);

-- The way to the first wall for one round: its node, and nothing else of it.
create function verification_round_node(round uuid) returns uuid
  language sql stable security definer set search_path = public
  as $$ select organization_id from verification_rounds where id = round $$;

-- With the owner's rights, as the counts of members.
create function tally_verification_answers() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if tg_op = 'INSERT' then
    insert into verification_tally_deltas (round_id, organization_id, answer, delta)
      select round_id, organization_id, answer, count(*) from added where counts group by 1, 2, 3;
  else
    insert into verification_tally_deltas (round_id, organization_id, answer, delta)
      select round_id, organization_id, answer, sum(n) from (
        select round_id, organization_id, answer, 1 as n from added where counts
        union all
        select round_id, organization_id, answer, -1 from removed where counts
      ) changed group by 1, 2, 3 having sum(n) <> 0;
  end if;
  return null;
end $$;
create trigger verification_answers_added after insert on verification_answers
  referencing new table as added
  for each statement execute function tally_verification_answers();
create trigger verification_answers_changed after update on verification_answers
  referencing new table as added old table as removed
  for each statement execute function tally_verification_answers();

create function move_verification_answers() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update verification_answers a
    set organization_id = new.organization_id,
        counts = new.stage = any(r.stages) and new.state = any(r.states)
    from verification_rounds r
    where a.member_id = new.id and r.id = a.round_id and r.state = 'open';
  return null;
end $$;
create trigger members_moved_with_answers after update of organization_id, stage, state on members
  for each row when (
    (old.organization_id, old.stage, old.state) is distinct from (new.organization_id, new.stage, new.state)
  )
  execute function move_verification_answers();

-- Adds deltas to the tallies. One process at a time does it; the others pass.
create function fold_verification_tallies() returns bigint
  language plpgsql security definer set search_path = public as $$
declare folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('verification-tallies')) then return 0; end if;
  with taken as (
    delete from verification_tally_deltas returning round_id, organization_id, answer, delta
  ), stored as (
    insert into verification_tallies as t (round_id, organization_id, answer, answers)
      select round_id, organization_id, answer, sum(delta) from taken group by 1, 2, 3 having sum(delta) <> 0
      on conflict (round_id, organization_id, answer) do update set answers = t.answers + excluded.answers
  )
  select count(*) into folded from taken;
  return folded;
end $$;

revoke execute on function verification_round_node(uuid), fold_verification_tallies() from public;
grant execute on function verification_round_node(uuid), fold_verification_tallies() to banyan_service;
