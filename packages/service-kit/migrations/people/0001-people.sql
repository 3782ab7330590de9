-- Local replica of people, from the facts of archives: what every domain needs to list, sort and address them.
create table people (
  id uuid primary key,
  name text collate "C" not null,
  pinyin text collate "C" not null,
  organization_id uuid not null,
  section_id uuid,
  stage text not null,
  state text not null,
  account_id uuid,
  version bigint not null
);
create index people_by_organization on people (organization_id, pinyin, id);
create index people_by_pinyin on people (pinyin, id);
call protect_by_organization('people', 'id');
