-- The papers of a destination: 录取通知书, 就业协议, 书面申请. Sharding: destination_papers distributed by school_id.

create table destination_papers (
  school_id      uuid not null references schools,
  id             uuid not null,
  transfer_id    uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
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
  foreign key (school_id, transfer_id) references transfers (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id),
  constraint destination_papers_other_is_named check (kind <> 'other' or title <> ''),
  constraint destination_papers_removed_whole check (
    (removed_at is null) = (file_id is not null) and (removed_at is null) = (removed_by is null)
    and (removed_by is null) = (removed_name is null) and (removed_name is null) = (removed_reason is null))
);
create index destination_papers_transfer on destination_papers (school_id, transfer_id, id);
create index destination_papers_member on destination_papers (school_id, member_id);
call protect_member_data('destination_papers', 'member_id');
revoke delete, truncate on destination_papers from qicheng_app;

-- Staff and the member bring papers; a member takes back the own ones alone, past the application too.
create policy brought_by_both on destination_papers as restrictive for insert to qicheng_app
  with check (
    current_setting('app.reach') = 'unit'
    or current_setting('app.reach') = 'own' and added_by = nullif(current_setting('app.account'), '')::uuid);
create policy taken_back_by_both on destination_papers as restrictive for update to qicheng_app
  using (
    current_setting('app.reach') = 'unit'
    or current_setting('app.reach') = 'own' and added_by = nullif(current_setting('app.account'), '')::uuid)
  with check (
    current_setting('app.reach') = 'unit'
    or current_setting('app.reach') = 'own' and added_by = nullif(current_setting('app.account'), '')::uuid);

-- As in 0017, and a case with a paper has been worked on.
create or replace function drop_untouched_carryovers(cases json) returns int
language plpgsql security definer set search_path = public as $$
declare
  school uuid := nullif(current_setting('app.school', true), '')::uuid;
  ids    uuid[];
begin
  select array_agg(t.id) into ids
  from transfers t
  join carryovers c on c.school_id = t.school_id and c.graduate_id = t.graduate_id
  where t.school_id = school and t.id in (select value::uuid from json_array_elements_text(cases) as value)
    and current_setting('app.reach', true) = 'unit'
    and t.path >= current_setting('app.path') and t.path < current_setting('app.path_end')
    and t.version = 1
    and not exists (select from destination_papers p where p.school_id = school and p.transfer_id = t.id)
    and not exists (select from transfer_events e where e.school_id = school and e.transfer_id = t.id and e.step <> 'carry-over');
  delete from transfer_events where school_id = school and transfer_id = any (ids);
  delete from attempts where school_id = school and transfer_id = any (ids);
  delete from transfers where school_id = school and id = any (ids);
  return coalesce(array_length(ids, 1), 0);
end $$;

-- As in 0016, and who opened a paper of the member's destination.
drop index audit_entries_revealed;
create index audit_entries_revealed on audit_entries (school_id, id)
  where verb in ('members.revealed', 'transfer.revealed', 'evidence.opened', 'outcome-paper.opened', 'destination-paper.opened',
    'submission.exported', 'roster.exported');
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
      when 'submission.exported' then e.after -> 'memberIds' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'transfer.revealed' then exists (
        select from transfers t where t.school_id = e.school_id and t.id = e.subject_id
          and t.member_id = nullif(current_setting('app.member', true), '')::uuid)
      -- The log names no people here: a list of units among which the member's is.
      when 'roster.exported' then e.after -> 'full' = 'true' and current_setting('app.path') like e.path || '%'
      else false end
  order by e.id desc limit 500
$$;
