-- What lies below each organization is summed up anew after a change of the tree. At a million people that takes seconds,
-- for which the next change of the tree must not wait: changes are rows that the summing takes away, not a flag it holds.
create table member_tree_changes (
  id bigint generated always as identity primary key
);
insert into member_tree_changes (id) overriding system value
  select 0 where not (select rolled_up from member_count_state);
drop table member_count_state;
-- While it is false, totals are added up from `own`.
create view member_count_state as select not exists (select 1 from member_tree_changes) as rolled_up;
grant select on member_count_state to banyan_service;

create or replace function forget_rollup() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if exists (select 1 from before full join after using (id) where before.path is distinct from after.path) then
    insert into member_tree_changes default values;
  end if;
  return null;
end $$;

-- Adds deltas to the counts; after a change of the tree sums up anew what lies below each organization. Call it under
-- reach 'all' or as the owner. A change of the tree that commits meanwhile leaves its row, and the next run sums up again.
create or replace function fold_member_counts() returns bigint
  language plpgsql set search_path = public as $$
declare folded bigint;
begin
  if not pg_try_advisory_xact_lock(hashtext('member-counts')) then return 0; end if;
  delete from member_tree_changes;
  if found then
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

create or replace function rebuild_member_counts() returns void
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
  insert into member_tree_changes default values;
  perform fold_member_counts();
end $$;
