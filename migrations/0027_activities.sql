-- Activities of education, who was there, and which branch has closed its list. Sharding: distributed by school_id.

create table activities (
  school_id    uuid not null references schools,
  id           uuid not null,
  cohort_id    uuid not null,
  kind         text not null,
  title        text not null,
  -- Who holds it, and whom it is for: paths of units; a unit stands for all below it.
  held_unit    uuid not null,
  held_path    text collate "C" not null,
  audience     text[] collate "C" not null check (cardinality(audience) > 0),
  on_day       date not null,
  begins       text not null check (begins ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends         text check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place        text not null default '',
  link         text not null default '',
  host         text not null default '',
  speaker      text not null default '',
  recorder     text not null default '',
  about        text not null default '',
  minutes      text not null default '',
  state        text not null default 'draft' check (state in ('draft', 'announced', 'held', 'recorded', 'cancelled')),
  -- From here on people sign in, and are late some minutes after it.
  opened_at    timestamptz,
  cancel_reason text,
  version      int not null default 1,
  made_by      uuid not null,
  made_name    text not null,
  created_at   timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, held_unit) references org_units (school_id, id),
  constraint activities_opened check ((state in ('held', 'recorded')) = (opened_at is not null)),
  constraint activities_cancelled check ((state = 'cancelled') = (cancel_reason is not null))
);
create index activities_day on activities (school_id, cohort_id, on_day, id);

-- Seen by who holds it and by whom it is for, above and below: it names no member.
call protect('activities',
  '(held_path >= (select current_setting(''app.path'')) and held_path < (select current_setting(''app.path_end'')))
   or exists (select from unnest(audience) as a where starts_with((select current_setting(''app.path'')), a)
     or (a >= (select current_setting(''app.path'')) and a < (select current_setting(''app.path_end''))))',
  'state <> ''draft'' and exists (select from unnest(audience) as a where starts_with((select current_setting(''app.path'')), a))',
  'false', 'false', 'false');
-- Written by who holds it, past the application too.
create policy held_here on activities as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and held_path >= current_setting('app.path') and held_path < current_setting('app.path_end'));
create policy changed_here on activities as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' and held_path >= current_setting('app.path') and held_path < current_setting('app.path_end'));
revoke delete, truncate on activities from qicheng_app;

create table attendances (
  school_id    uuid not null references schools,
  id           uuid not null,
  activity_id  uuid not null,
  cohort_id    uuid not null,
  graduate_id  uuid not null,
  member_id    uuid not null,
  path         text collate "C" not null,
  -- `coming`: has said so, and was not there yet.
  state        text not null check (state in ('coming', 'present', 'late', 'absent', 'made-up')),
  how          text not null check (how in ('scan', 'digits', 'list', 'self')),
  reason       text not null default '',
  said_at      timestamptz not null,
  said_by      uuid not null,
  said_name    text not null,
  primary key (school_id, id),
  foreign key (school_id, activity_id) references activities (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint attendances_once unique (school_id, activity_id, graduate_id)
);
create index attendances_graduate on attendances (school_id, graduate_id);
create index attendances_member on attendances (school_id, member_id);
call protect_member_data('attendances', 'member_id');
-- A member signs in or signs up, and does nothing to what the branch wrote.
create policy said_by_member on attendances as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' or how in ('scan', 'digits', 'self'));
create policy said_again_by_member on attendances as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' or how = 'self' or state = 'absent')
  with check (current_setting('app.reach') = 'unit' or how in ('scan', 'digits', 'self'));
create policy taken_back_by_member on attendances as restrictive for delete to qicheng_app using (how = 'self');

-- A branch has closed its list: what stands on it counts.
create table activity_closings (
  school_id   uuid not null references schools,
  activity_id uuid not null,
  path        text collate "C" not null,
  unit_id     uuid not null,
  closed_by   uuid not null,
  closed_name text not null,
  closed_at   timestamptz not null,
  counted     int not null,
  primary key (school_id, activity_id, unit_id),
  foreign key (school_id, activity_id) references activities (school_id, id)
);
call protect('activity_closings',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'starts_with((select current_setting(''app.path'')), path)', 'false', 'false', 'false');
revoke update, delete, truncate on activity_closings from qicheng_app;
create policy closed_by_staff on activity_closings as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit');

-- As in 0025, and where both were on one list the line that counts stays.
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
