-- People whose admission was undone. An older fact about one of them that comes late changes nothing.
create table voided_people (
  id uuid primary key,
  voided_at timestamptz not null default now()
);
