-- As in 0019, and who opened what was signed or shown when the member's letter was handed over.
drop index audit_entries_revealed;
create index audit_entries_revealed on audit_entries (school_id, id)
  where verb in ('members.revealed', 'transfer.revealed', 'evidence.opened', 'outcome-paper.opened', 'destination-paper.opened',
    'handover.opened', 'submission.exported', 'roster.exported');
create or replace function own_accesses() returns table (at timestamptz, actor_name text, role text, verb text, reason text)
language sql stable security definer set search_path = public as $$
  select e.at, e.actor_name, e.role, e.verb, e.after ->> 'reason' from audit_entries e
  where e.school_id = nullif(current_setting('app.school', true), '')::uuid
    and current_setting('app.reach', true) = 'own'
    and case e.verb
      when 'members.revealed' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'evidence.opened' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'outcome-paper.opened' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'destination-paper.opened' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'handover.opened' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'submission.exported' then e.after -> 'memberIds' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'transfer.revealed' then exists (
        select from transfers t where t.school_id = e.school_id and t.id = e.subject_id
          and t.member_id = nullif(current_setting('app.member', true), '')::uuid)
      -- The log names no people here: a list of units among which the member's is.
      when 'roster.exported' then e.after -> 'full' = 'true' and current_setting('app.path') like e.path || '%'
      else false end
  order by e.id desc limit 500
$$;

-- Whether the committee that receives was told of the arrival.
alter table arrivals add column announced boolean not null default false;
create index arrivals_unannounced on arrivals (school_id) where state = 'waiting' and not announced;
grant update (announced) on arrivals to qicheng_app;
