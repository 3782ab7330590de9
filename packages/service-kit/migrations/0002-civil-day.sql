-- The civil date of an instant where the group is: services tell each of their connections the time zone.
create function civil_day(instant timestamptz default now()) returns date
  language sql stable
  as $$ select (instant at time zone coalesce(nullif(current_setting('banyan.time_zone', true), ''), 'UTC'))::date $$;
