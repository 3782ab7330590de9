-- All that statistics group by and filters of lists ask for, so that one pass over this index answers both without the
-- rows, in either order. Organization and id are what row security looks at.
create index members_facts on members (organization_id, stage, state)
  include (id, joined_key, born_on, full_on, sex, ethnicity, education, degree, party_post, pinyin);

-- It reads a setting and no more: the pass over the index may be shared by several processes.
alter function scope_ranges() parallel safe;
