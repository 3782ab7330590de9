-- Letters by which people go from one branch to another, out of the enterprise or into it.
create table transfers (
  id uuid primary key,
  -- Of somebody who comes from outside, the id that the record has or will have.
  member_id uuid not null,
  kind text not null check (kind in ('within', 'out', 'in')),
  state text not null check (state in ('applied', 'issued', 'received', 'closed', 'rejected', 'cancelled', 'expired')),
  version bigint not null default 1,
  group_id uuid,
  -- Null outside the enterprise.
  from_organization_id uuid,
  to_organization_id uuid,
  -- {"name", "address"} of the end outside.
  outside jsonb,
  reason text not null,
  valid_days integer not null check (valid_days between 1 and 90),
  dues_paid_through text check (dues_paid_through ~ '^\d{4}-\d\d$'),

  applied_on date not null,
  letter_number text,
  issued_on date,
  expires_on date,
  received_on date,
  closed_on date,
  reminded_on date,

  -- What the letter says of the person, as it was when the letter was issued. The receiving side sees this and no more.
  name text collate "C" not null,
  pinyin text collate "C" not null,
  initials text collate "C" not null,
  person jsonb not null,
  -- Sealed as in members, bound to `<member_id>:idNumber`.
  id_number bytea,
  id_number_hash bytea,
  -- All that was typed in of somebody from outside, until there is a record; sensitive values sealed, in base64.
  arriving jsonb,

  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((from_organization_id is null) = (kind = 'in') and (to_organization_id is null) = (kind = 'out')),
  check (from_organization_id <> to_organization_id or state not in ('applied', 'issued', 'expired')),
  check (state in ('applied', 'rejected', 'cancelled') or (letter_number is not null and expires_on >= issued_on))
);
-- A person is under way to one place at the most.
create unique index transfers_open on transfers (member_id) where state in ('applied', 'issued', 'expired');
create unique index transfers_letter on transfers (letter_number) where kind <> 'in';
create unique index transfers_arriving on transfers (id_number_hash)
  where kind = 'in' and state in ('issued', 'expired');
create index transfers_member on transfers (member_id);
create index transfers_group on transfers (group_id) where group_id is not null;
create index transfers_newest on transfers (updated_at desc, id desc);
create index transfers_from on transfers (from_organization_id, updated_at desc);
create index transfers_to on transfers (to_organization_id, updated_at desc);
create index transfers_running on transfers (state, expires_on) where state in ('applied', 'issued', 'expired', 'received');
create index transfers_pinyin on transfers (pinyin);

-- A transfer belongs to both of its ends, and to the person.
alter table transfers enable row level security;
alter table transfers force row level security;
create policy either_end_or_own on transfers using (
  (select current_setting('banyan.reach', true)) = 'all'
  or from_organization_id = (select nullif(current_setting('banyan.organization', true), '')::uuid)
  or to_organization_id = (select nullif(current_setting('banyan.organization', true), '')::uuid)
  or member_id = (select nullif(current_setting('banyan.person', true), '')::uuid)
  or from_organization_id in (
    select o.id from scope_ranges() r join organizations o on o.path >= r.low collate "C" and o.path < r.high collate "C"
  )
  or to_organization_id in (
    select o.id from scope_ranges() r join organizations o on o.path >= r.low collate "C" and o.path < r.high collate "C"
  )
);

-- Who did what to a transfer, in its order.
create table transfer_steps (
  transfer_id uuid not null references transfers,
  version bigint not null,
  at timestamptz not null default now(),
  account_id uuid,
  actor_name text,
  action text not null,
  from_state text,
  to_state text not null,
  note text,
  primary key (transfer_id, version)
);
alter table transfer_steps enable row level security;
alter table transfer_steps force row level security;
create policy through_transfer on transfer_steps
  using (exists (select 1 from transfers where transfers.id = transfer_steps.transfer_id));

-- The last number given to a letter in a year. Without gaps, since every stub has to be accounted for.
create table letter_numbers (
  year text primary key,
  last integer not null
);

-- The way to the first wall for one transfer, or for those of a group: its ends and its person, and nothing else of it.
create function transfer_places(transfer uuid, of_group uuid)
  returns table (id uuid, member_id uuid, kind text, from_organization_id uuid, to_organization_id uuid)
  language sql stable security definer set search_path = public
  as $$
    select t.id, t.member_id, t.kind, t.from_organization_id, t.to_organization_id
    from transfers t where t.id = transfer or t.group_id = of_group
  $$;

-- Whose record an ID number is on, in whatever branch and state: who comes back takes up the record there was.
create function member_with_id_number(hash bytea) returns table (id uuid, state text)
  language sql stable security definer set search_path = public
  as $$
    select m.id, m.state from members m where m.id_number_hash = hash
    order by m.state in ('active', 'suspended', 'out-of-contact') desc, m.updated_at desc limit 1
  $$;

revoke execute on function transfer_places(uuid, uuid), member_with_id_number(bytea) from public;
grant execute on function transfer_places(uuid, uuid), member_with_id_number(bytea) to banyan_service;
