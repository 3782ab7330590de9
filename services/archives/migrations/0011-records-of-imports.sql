-- People of added rows have their id from the preview on, and a record is left one version above the one that was seen:
-- a commit no longer writes its rows anew.
update import_rows set record_id = uuidv7() where action = 'add' and record_id is null;
alter table import_rows drop column left_version;

create or replace function import_dependants(import uuid) returns table ("row" integer, record_id uuid, relation text)
  language plpgsql stable security definer set search_path = public as $$
declare dependent record;
begin
  for dependent in
    select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = 'public' and c.column_name = 'member_id' and t.table_type = 'BASE TABLE'
      and c.table_name <> 'member_history'
    order by 1
  loop
    return query execute format(
      'select r.row, r.record_id, %L::text from import_rows r
        where r.import_id = $1 and r.action = ''add'' and r.valid
          and exists (select 1 from %I d where d.member_id = r.record_id)',
      dependent.table_name, dependent.table_name) using import;
  end loop;
end $$;
