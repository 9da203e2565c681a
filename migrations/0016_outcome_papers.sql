-- The papers behind an outcome of study, the imports behind steps of transfers, what members are told of their sign-ins.
-- Sharding: outcome_papers distributed by school_id.

create table outcome_papers (
  school_id      uuid not null references schools,
  id             uuid not null,
  graduate_id    uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
  -- Of the person when the paper was added: it proves nothing about a later one.
  outcome        text not null,
  kind           text not null,
  -- What 其他 is; of the others what is to be added to their name.
  title          text not null default '',
  -- Null once it is removed: the file is deleted, that it was here is not.
  file_id        uuid,
  mime           text not null,
  size           int not null,
  added_at       timestamptz not null,
  added_by       uuid not null,
  added_name     text not null,
  removed_at     timestamptz,
  removed_by     uuid,
  removed_name   text,
  removed_reason text,
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id),
  constraint outcome_papers_other_is_named check (kind <> 'other' or title <> ''),
  constraint outcome_papers_removed_whole check (
    (removed_at is null) = (file_id is not null) and (removed_at is null) = (removed_by is null)
    and (removed_by is null) = (removed_name is null) and (removed_name is null) = (removed_reason is null))
);
create index outcome_papers_graduate on outcome_papers (school_id, graduate_id, id);
create index outcome_papers_member on outcome_papers (school_id, member_id);
call protect_member_data('outcome_papers', 'member_id');
revoke delete, truncate on outcome_papers from qicheng_app;

-- Members read what is held of them; staff alone keep it, past the application too.
create policy kept_by_staff on outcome_papers as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit');
create policy removed_by_staff on outcome_papers as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit') with check (current_setting('app.reach') = 'unit');

-- As in 0013, and the papers go along.
create or replace function join_entries(gone uuid, kept uuid, account uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  school uuid := nullif(current_setting('app.school', true), '')::uuid;
  held   int;
begin
  select count(distinct g.id) into held from graduates g join graduates o on o.school_id = g.school_id and o.cohort_id = g.cohort_id
  where g.school_id = school and g.id in (gone, kept) and o.id in (gone, kept) and o.id <> g.id
    and current_setting('app.reach', true) = 'unit'
    and g.path >= current_setting('app.path') and g.path < current_setting('app.path_end');
  if held <> 2 then raise exception 'join_entries: not two entries of one year in the scope'; end if;
  update item_confirmations c set revoked_at = now(), revoked_by = account, revoked_reason = '合并重复的人：同日已确认'
  where c.school_id = school and c.graduate_id = gone and c.revoked_at is null and exists (
    select from item_confirmations o where o.school_id = school and o.graduate_id = kept and o.item = c.item
      and o.done_on = c.done_on and o.revoked_at is null);
  update item_confirmations set graduate_id = kept where school_id = school and graduate_id = gone;
  update graduate_notes set graduate_id = kept where school_id = school and graduate_id = gone;
  update outcome_papers set graduate_id = kept where school_id = school and graduate_id = gone;
end $$;

-- As in 0011, and who opened a paper of the member's outcome: a scan shows whole numbers.
drop index audit_entries_revealed;
create index audit_entries_revealed on audit_entries (school_id, id)
  where verb in ('members.revealed', 'transfer.revealed', 'evidence.opened', 'outcome-paper.opened', 'submission.exported', 'roster.exported');
create or replace function own_accesses() returns table (at timestamptz, actor_name text, role text, verb text, reason text)
language sql stable security definer set search_path = public as $$
  select e.at, e.actor_name, e.role, e.verb, e.after ->> 'reason' from audit_entries e
  where e.school_id = nullif(current_setting('app.school', true), '')::uuid
    and current_setting('app.reach', true) = 'own'
    and case e.verb
      when 'members.revealed' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'evidence.opened' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'outcome-paper.opened' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'submission.exported' then e.after -> 'memberIds' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'transfer.revealed' then exists (
        select from transfers t where t.school_id = e.school_id and t.id = e.subject_id
          and t.member_id = nullif(current_setting('app.member', true), '')::uuid)
      -- The log names no people here: a list of units among which the member's is.
      when 'roster.exported' then e.after -> 'full' = 'true' and current_setting('app.path') like e.path || '%'
      else false end
  order by e.id desc limit 500
$$;

-- Which import a step of a transfer goes back to.
alter table transfer_events add column import_id uuid;
create index transfer_events_import on transfer_events (school_id, import_id) where import_id is not null;

-- A member's own sign-ins as far as they are held: the sessions of the account. Their tokens leave the table for nobody.
create function own_sign_ins() returns table (since timestamptz, last_seen timestamptz, until timestamptz, address text, device text)
language sql stable security definer set search_path = public as $$
  select s.created_at, s.updated_at, s.expires_at, nullif(s.ip_address, ''), nullif(s.user_agent, '')
  from auth_sessions s join accounts a on a.auth_user_id = s.user_id
  where a.school_id = nullif(current_setting('app.school', true), '')::uuid
    and current_setting('app.reach', true) = 'own'
    and a.id = nullif(current_setting('app.account', true), '')::uuid
  order by s.created_at desc limit 500
$$;
revoke all on function own_sign_ins() from public;
grant execute on function own_sign_ins() to qicheng_app;
