-- Failures count against an account from one address, from one known device, at a change of password in one session, and from
-- all strangers together. `wait_until` holds attempts back; `locked_until` says that this wait is called a lock.
alter table sign_in_guards
  add column kind text not null default 'address' check (kind in ('address', 'device', 'password', 'strangers')),
  add column wait_until timestamptz;
create index sign_in_guards_of on sign_in_guards (account_id) where account_id is not null;

-- Browsers in which somebody has signed in to the account. Of a device's token only the hash is stored.
create table known_devices (
  account_id uuid not null references accounts (id),
  hash bytea not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz not null default now(),
  user_agent text,
  primary key (account_id, hash)
);
create index known_devices_unused on known_devices (last_used_at);
alter table known_devices enable row level security;
alter table known_devices force row level security;
create policy through_account on known_devices using (
  (select current_setting('banyan.reach', true)) = 'all' or exists (select from accounts a where a.id = account_id)
);
