-- What somebody proposes to change in a record. It goes with the person from branch to branch.
create table change_requests (
  id uuid primary key,
  member_id uuid not null references members,
  -- Of the person, kept by the trigger below.
  organization_id uuid not null,
  version bigint not null default 1,
  state text not null check (state in ('open', 'decided', 'withdrawn')),
  reason text,
  proposed_at timestamptz not null default now(),
  account_id uuid not null,
  -- Whose record the account belongs to.
  person_id uuid,
  proposer_name text,
  closed_at timestamptz
);
create index change_requests_newest on change_requests (proposed_at desc, id desc) include (organization_id, state, member_id);
create index change_requests_open on change_requests (organization_id, proposed_at desc, id desc) include (member_id)
  where state = 'open';
create index change_requests_of_organization on change_requests (organization_id, proposed_at desc, id desc) include (state, member_id);
create index change_requests_of_account on change_requests (account_id, proposed_at desc, id desc);
create index change_requests_of_member on change_requests (member_id, proposed_at desc);
call protect_by_organization('change_requests', 'member_id');

-- Values as in member_history: of a sensitive field {sealed} base64 instead of the value.
create table change_request_fields (
  request_id uuid not null references change_requests on delete cascade,
  place integer not null,
  field text not null,
  from_value jsonb,
  to_value jsonb,
  decision text check (decision in ('accept', 'decline')),
  decided_at timestamptz,
  account_id uuid,
  decider_name text,
  reason text,
  primary key (request_id, field)
);
alter table change_request_fields enable row level security;
alter table change_request_fields force row level security;
create policy through_request on change_request_fields
  using (exists (select 1 from change_requests where change_requests.id = change_request_fields.request_id));

alter table member_history add column change_request_id uuid;

-- The way to the first wall for one request: its organization and person, and nothing else of it.
create function change_request_place(request uuid) returns table (organization_id uuid, member_id uuid)
  language sql stable security definer set search_path = public
  as $$ select organization_id, member_id from change_requests where id = request $$;

-- With the owner's rights: whoever moves a person need not see what others propose.
create function move_change_requests() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  update change_requests set organization_id = new.organization_id where member_id = new.id;
  return null;
end $$;
create trigger members_moved_with_requests after update of organization_id on members
  for each row when (old.organization_id is distinct from new.organization_id)
  execute function move_change_requests();

revoke execute on function change_request_place(uuid) from public;
grant execute on function change_request_place(uuid) to banyan_service;
