-- The acts that show sensitive fields in full, and the notice that somebody's budget of them was spent. The list stands in
-- the function below too, and in src/members/unmask-budget.ts.
create index audit_entries_unmasked on audit_entries (account_id, at) where action in (
  'archives.member.unmask', 'archives.change-request.unmask', 'archives.floating.unmask', 'archives.transfer.print',
  'archives.member.export-unmasked', 'archives.member.unmask-limit'
);

-- What the asking account has shown itself within so many seconds, each record once, and in how many it counts no longer.
-- Until the transaction ends no other of the account gets past this line, so that none counts without the other's act.
create function unmasked_within(seconds integer)
  returns table (action text, subject uuid, counts_for double precision)
  language plpgsql security definer set search_path = public as $$
declare
  account uuid := nullif(current_setting('banyan.account', true), '')::uuid;
  since timestamptz;
begin
  perform pg_advisory_xact_lock(hashtextextended('unmask:' || account, 0));
  since := clock_timestamp() - make_interval(secs => seconds);
  return query
    select e.action, coalesce(e.subject_id, e.id), extract(epoch from max(e.at) - since)::double precision
    from audit_entries e
    where e.account_id = account and e.at > since and e.action in (
      'archives.member.unmask', 'archives.change-request.unmask', 'archives.floating.unmask', 'archives.transfer.print',
      'archives.member.export-unmasked', 'archives.member.unmask-limit'
    )
    group by 1, 2;
end $$;
revoke execute on function unmasked_within(integer) from public;
grant execute on function unmasked_within(integer) to banyan_service;
