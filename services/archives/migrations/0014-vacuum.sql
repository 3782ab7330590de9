-- Lists and statistics read indexes alone, which holds only for pages that a vacuum has seen since they last changed. By
-- default that would be after 200,000 changes to a million people: two imports that nobody would notice.
alter table members set (
  autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02
);
