-- Whom an import has written and not taken back. The first wall has checked that the import is in sight; of the people,
-- row security shows those whom the reader may see.
create function import_people(of_import uuid) returns setof uuid
  language sql stable security definer set search_path = public rows 1000
  as $$
    select r.record_id from import_rows r join imports i on i.id = r.import_id
    where i.id = of_import and i.status in ('committed', 'undoing') and r.valid and r.action in ('add', 'update')
  $$;
revoke execute on function import_people(uuid) from public;
grant execute on function import_people(uuid) to banyan_service;
