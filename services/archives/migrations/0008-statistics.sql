-- All that statistics group by and filters of lists ask for, so that one pass over this index answers both without the
-- rows. Organization and id are what row security looks at.
create index members_facts on members (organization_id, stage, state)
  include (id, joined_key, born_on, full_on, sex, ethnicity, education, degree, party_post);
