-- Floating members: ours who are away, and people of elsewhere who are with us. One entry for both ends: `person_id` is on
-- our roll, `organization_id` is the branch of ours where the person is. Formal relations stay where they are.
create table floating_members (
  id uuid primary key,
  -- Follows `members.outflow`, which is the truth of who is away, hence goes with the record.
  person_id uuid references members on delete cascade,
  organization_id uuid,
  version bigint not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),

  since date not null,
  -- Where to, in the words of the record; null for people of elsewhere.
  place text,
  reason text,
  -- The other end: where ours have gone to, where people of elsewhere come from.
  province text,
  city text,
  party_organization text,
  abroad boolean not null default false,
  expected_return_on date,
  contact_name text,
  -- Sealed as in members, bound to `<id>/contact:phone`.
  contact_phone bytea,

  -- Of somebody who is not on our roll. Sealed as in members, bound to `<id>:<field>`.
  name text collate "C",
  sex text check (sex in ('male', 'female')),
  id_number bytea,
  id_number_hash bytea,
  phone bytea,

  last_contact_on date,
  closed_on date,
  closing text,
  check (person_id is not null or (organization_id is not null and name is not null))
);
create unique index floating_members_away on floating_members (person_id) where closed_on is null and person_id is not null;
create unique index floating_members_with_us on floating_members (id_number_hash) where closed_on is null and id_number_hash is not null;
create index floating_members_person on floating_members (person_id);
create index floating_members_organization on floating_members (organization_id);

call protect_by_organization('floating_members');
-- The home branch sees where its people are; policies of a table add up.
create policy through_person on floating_members
  using (exists (select 1 from members where members.id = floating_members.person_id));

-- The way to the first wall for one entry: the organizations at its two ends.
create function floating_ends(entry uuid) returns table (home uuid, host uuid, person uuid)
  language sql stable security definer set search_path = public
  as $$
    select m.organization_id, f.organization_id, f.person_id
    from floating_members f left join members m on m.id = f.person_id where f.id = entry
  $$;
revoke execute on function floating_ends(uuid) from public;
grant execute on function floating_ends(uuid) to banyan_service;

-- Somebody was spoken to. Of people of elsewhere there is no member.
create table floating_contacts (
  id uuid primary key,
  entry_id uuid not null references floating_members on delete cascade,
  member_id uuid references members,
  at timestamptz not null default now(),
  held_on date not null,
  way text not null,
  note text,
  account_id uuid,
  actor_name text
);
create index floating_contacts_entry on floating_contacts (entry_id, held_on desc, id desc);
create index floating_contacts_member on floating_contacts (member_id) where member_id is not null;
alter table floating_contacts enable row level security;
alter table floating_contacts force row level security;
create policy through_entry on floating_contacts
  using (exists (select 1 from floating_members where floating_members.id = floating_contacts.entry_id));

-- What was done to find somebody out of contact.
create table contact_searches (
  id uuid primary key,
  member_id uuid not null references members,
  at timestamptz not null default now(),
  searched_on date not null,
  way text not null,
  outcome text not null check (outcome in ('no-trace', 'lead', 'found')),
  note text,
  account_id uuid,
  actor_name text
);
create index contact_searches_member on contact_searches (member_id, searched_on desc, id desc);
alter table contact_searches enable row level security;
alter table contact_searches force row level security;
create policy through_member on contact_searches
  using (exists (select 1 from members where members.id = contact_searches.member_id));

-- The entry of who is away follows the record whatever changes it: a correction, an import, a person who leaves the roll.
create function follow_outflow() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if new.outflow is null or new.state not in ('active', 'suspended', 'out-of-contact') then
    update floating_members set closed_on = current_date, version = version + 1, updated_at = now(),
        closing = case when tg_op = 'UPDATE' and (old.organization_id <> new.organization_id or new.state = 'transferred-out')
          then 'transferred' else closing end
      where person_id = new.id and closed_on is null;
    return null;
  end if;
  update floating_members set
      since = (new.outflow ->> 'since')::date, reason = new.outflow ->> 'reason', place = new.outflow ->> 'to',
      -- The parts of a place that is another one now are not known.
      province = case when place = new.outflow ->> 'to' then province end,
      city = case when place = new.outflow ->> 'to' then city end,
      party_organization = case when place = new.outflow ->> 'to' then party_organization end,
      version = version + 1, updated_at = now()
    where person_id = new.id and closed_on is null
      and (since, place, reason) is distinct from
        ((new.outflow ->> 'since')::date, new.outflow ->> 'to', new.outflow ->> 'reason');
  insert into floating_members (id, person_id, since, place, reason)
    values (uuidv7(), new.id, (new.outflow ->> 'since')::date, new.outflow ->> 'to', new.outflow ->> 'reason')
    on conflict (person_id) where closed_on is null and person_id is not null do nothing;
  return null;
end $$;
create trigger members_went_away after insert on members
  for each row when (new.outflow is not null) execute function follow_outflow();
create trigger members_away_changed after update of outflow, state on members
  for each row when (
    old.outflow is distinct from new.outflow or (new.outflow is not null and old.state is distinct from new.state)
  ) execute function follow_outflow();

-- Entries of everybody who is away and has none, after a bulk load with the triggers off.
create function add_floating_members() returns void
  language sql set search_path = public as $$
    insert into floating_members (id, person_id, since, place, reason)
      select uuidv7(), id, (outflow ->> 'since')::date, outflow ->> 'to', outflow ->> 'reason'
      from members where outflow is not null and state in ('active', 'suspended', 'out-of-contact')
      on conflict (person_id) where closed_on is null and person_id is not null do nothing
  $$;
select add_floating_members();

-- The register of reductions reads newest first from this alone.
create index members_reduced on members (state_on desc nulls last, id desc) include (organization_id, state, left_kind)
  where state in ('transferred-out', 'left', 'deceased');
