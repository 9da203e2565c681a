-- Two entries that look like one person, and of which somebody said that they are two.
create table distinct_people (
  school_id    uuid not null references schools,
  one          uuid not null,
  other        uuid not null,
  account_id   uuid not null,
  account_name text not null,
  at           timestamptz not null default now(),
  primary key (school_id, one, other),
  check (one < other)
);
call protect_school_data('distinct_people');

-- One entry is taken into another: every row that names the first names the second, what is only ever added to among them. Asked
-- in the scope of a unit that holds both. The login of the first ends where the second has one.
create function join_members(gone uuid, kept uuid, today date) returns void
language plpgsql security definer set search_path = public as $$
declare
  school uuid := nullif(current_setting('app.school', true), '')::uuid;
  held   int;
  target text;
begin
  select count(*) into held from members m
  where m.school_id = school and m.id in (gone, kept) and current_setting('app.reach', true) = 'unit'
    and m.path >= current_setting('app.path') and m.path < current_setting('app.path_end');
  if held <> 2 or gone = kept then raise exception 'join_members: not two members of the scope'; end if;
  for target in
    select c.relname from pg_class c
    join pg_attribute m on m.attrelid = c.oid and m.attname = 'member_id' and not m.attisdropped
    join pg_attribute s on s.attrelid = c.oid and s.attname = 'school_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and c.relname not in ('accounts', 'correction_drafts', 'member_changes')
  loop
    execute format('update %I set member_id = $1 where school_id = $2 and member_id = $3', target) using kept, school, gone;
  end loop;
  delete from correction_drafts where school_id = school and member_id = gone;
  update accounts set disabled_on = today where school_id = school and member_id = gone and disabled_on is null
    and exists (select from accounts a where a.school_id = school and a.member_id = kept);
  update accounts set member_id = kept where school_id = school and member_id = gone
    and not exists (select from accounts a where a.school_id = school and a.member_id = kept);
end $$;
revoke all on function join_members(uuid, uuid, date) from public;
grant execute on function join_members(uuid, uuid, date) to qicheng_app;

-- Two entries of one year: what was confirmed of the one is confirmed of the other. What was confirmed of both on one day stays
-- once, and the second is revoked: nothing that was confirmed is removed.
create function join_entries(gone uuid, kept uuid, account uuid) returns void
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
end $$;
revoke all on function join_entries(uuid, uuid, uuid) from public;
grant execute on function join_entries(uuid, uuid, uuid) to qicheng_app;
