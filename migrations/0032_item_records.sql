-- What a confirmation rests on, what members report themselves, and lists that speak of one thing.
-- Sharding: distributed by school_id.

alter table item_confirmations
  add column basis text not null default 'other' check (basis in ('activity', 'book', 'hours', 'alternative', 'exempt', 'other')),
  add column activity_id uuid,
  -- A book: title, isbn, receiver. Service: hours, place, what. An alternative: its key.
  add column details jsonb not null default '{}',
  add column made_up boolean not null default false,
  add foreign key (school_id, activity_id) references activities (school_id, id);

-- Until now a closed list left its title as evidence, and the day it was held.
update item_confirmations c set basis = 'activity', activity_id = a.id, made_up = t.state = 'made-up'
from activities a join attendances t on t.school_id = a.school_id and t.activity_id = a.id
where c.school_id = a.school_id and c.cohort_id = a.cohort_id and t.graduate_id = c.graduate_id
  and c.evidence = '签到表：' || a.title and c.done_on = a.on_day and t.state in ('present', 'late', 'made-up');

alter table item_confirmations add constraint item_confirmations_activity_named check ((basis = 'activity') = (activity_id is not null));
create index item_confirmations_activity on item_confirmations (school_id, activity_id) where activity_id is not null;

-- What a member says to have done. The branch confirms it or gives it back with a reason; until then the member may withdraw it.
create table item_reports (
  school_id       uuid not null references schools,
  id              uuid not null,
  cohort_id       uuid not null,
  graduate_id     uuid not null,
  member_id       uuid not null,
  path            text collate "C" not null,
  item            text not null,
  done_on         date not null,
  basis           text not null check (basis in ('book', 'hours', 'alternative', 'other')),
  details         jsonb not null,
  evidence        text not null,
  state           text not null default 'waiting' check (state in ('waiting', 'confirmed', 'returned', 'withdrawn')),
  reason          text,
  reported_at     timestamptz not null,
  settled_by      uuid,
  settled_name    text,
  settled_at      timestamptz,
  confirmation_id uuid,
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  foreign key (school_id, confirmation_id) references item_confirmations (school_id, id),
  constraint item_reports_settled_whole check ((state = 'waiting') = (settled_at is null)),
  constraint item_reports_returned_with_reason check ((state = 'returned') = (reason is not null)),
  constraint item_reports_confirmed_by_one check ((state = 'confirmed') = (confirmation_id is not null))
);
create unique index item_reports_once_a_day on item_reports (school_id, graduate_id, item, done_on) where state = 'waiting';
create index item_reports_waiting on item_reports (school_id, cohort_id, path, id) where state = 'waiting';
create index item_reports_graduate on item_reports (school_id, graduate_id);
create index item_reports_member on item_reports (school_id, member_id);
call protect_member_data('item_reports', 'member_id');

-- Only the member reports; only the branch settles; the member takes back what still waits. Past the application too.
create policy reported_by_member on item_reports as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'own' and path = current_setting('app.path') and state = 'waiting');
create policy settled_by_staff on item_reports as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' or state = 'waiting')
  with check (current_setting('app.reach') = 'unit' or (state = 'withdrawn' and path = current_setting('app.path')));
-- What was reported stays as it was said.
revoke update, delete, truncate on item_reports from qicheng_app;
grant update (path, state, reason, settled_by, settled_name, settled_at, confirmation_id) on item_reports to qicheng_app;

-- What one list speaks of, where it is one thing: the sheet of one activity.
alter table imports add column about uuid;

-- As in 0027, and what both have reported of one day waits once.
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
  update item_reports r set state = 'withdrawn', settled_by = account, settled_name = '合并重复的人', settled_at = now()
  where r.school_id = school and r.graduate_id = gone and r.state = 'waiting' and exists (
    select from item_reports o where o.school_id = school and o.graduate_id = kept and o.item = r.item
      and o.done_on = r.done_on and o.state = 'waiting');
  update item_reports set graduate_id = kept where school_id = school and graduate_id = gone;
  update graduate_notes set graduate_id = kept where school_id = school and graduate_id = gone;
  update outcome_papers set graduate_id = kept where school_id = school and graduate_id = gone;
  update farewells f set revoked_at = now(), revoked_by = account, revoked_reason = '合并重复的人：已有一次'
  where f.school_id = school and f.graduate_id = gone and f.revoked_at is null and exists (
    select from farewells o where o.school_id = school and o.graduate_id = kept and o.kind = f.kind and o.revoked_at is null);
  update farewells set graduate_id = kept where school_id = school and graduate_id = gone;
  delete from attendances t where t.school_id = school and t.graduate_id = gone and exists (
    select from attendances o where o.school_id = school and o.graduate_id = kept and o.activity_id = t.activity_id
      and (o.state in ('present', 'late', 'made-up') or t.state not in ('present', 'late', 'made-up')));
  delete from attendances o where o.school_id = school and o.graduate_id = kept and exists (
    select from attendances t where t.school_id = school and t.graduate_id = gone and t.activity_id = o.activity_id);
  update attendances set graduate_id = kept where school_id = school and graduate_id = gone;
end $$;
