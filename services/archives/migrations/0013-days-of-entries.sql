-- An entry closes on the day that it is where the group is, which for a third of the day is not that of the database.
create or replace function follow_outflow() returns trigger
  language plpgsql security definer set search_path = public as $$
begin
  if new.outflow is null or new.state not in ('active', 'suspended', 'out-of-contact') then
    update floating_members set closed_on = civil_day(), version = version + 1, updated_at = now(),
        closing = case when tg_op = 'UPDATE' and (old.organization_id <> new.organization_id or new.state = 'transferred-out')
          then 'transferred' else closing end
      where person_id = new.id and closed_on is null;
    return null;
  end if;
  update floating_members set
      since = (new.outflow ->> 'since')::date, reason = new.outflow ->> 'reason', place = new.outflow ->> 'to',
      -- The parts of a place that is another one now are not known.
      province = case when place = new.outflow ->> 'to' then province end,
      city = case when place = new.outflow ->> 'to' then city end,
      party_organization = case when place = new.outflow ->> 'to' then party_organization end,
      version = version + 1, updated_at = now()
    where person_id = new.id and closed_on is null
      and (since, place, reason) is distinct from
        ((new.outflow ->> 'since')::date, new.outflow ->> 'to', new.outflow ->> 'reason');
  insert into floating_members (id, person_id, since, place, reason)
    values (uuidv7(), new.id, (new.outflow ->> 'since')::date, new.outflow ->> 'to', new.outflow ->> 'reason')
    on conflict (person_id) where closed_on is null and person_id is not null do nothing;
  return null;
end $$;
