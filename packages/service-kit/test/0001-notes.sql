-- A table of the kit's own tests: business rows that belong to an organization.
create table notes (
  id uuid primary key,
  organization_id uuid not null,
  text text not null,
  version bigint not null default 1
);
create index notes_by_organization on notes (organization_id);
call protect_by_organization('notes');
