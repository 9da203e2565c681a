-- Packing of each member's Party file (附件4): papers, two signatures, bag numbers, lists handed over.
-- Sharding: all distributed by school_id.

create table dossiers (
  school_id   uuid not null references schools,
  id          uuid not null,
  cohort_id   uuid not null,
  graduate_id uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  -- By the plan's key: {held, pages, signed, stamped, dated, remark, version, by, at}.
  papers      jsonb not null default '{}',
  -- Why a problem stands, by `paper.problem`.
  explained   jsonb not null default '{}',
  state       text not null default 'open' check (state in ('open', 'packed', 'checked', 'handed-over', 'received')),
  -- 暂不移交, with its reason.
  postponed   text,
  packed_by   uuid,
  packed_name text,
  packed_at   timestamptz,
  checked_by   uuid,
  checked_name text,
  checked_at   timestamptz,
  bag         text,
  list_id     uuid,
  version     int not null default 1,
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint dossiers_one_each unique (school_id, graduate_id),
  constraint dossiers_packed_by_one check ((state = 'open') = (packed_by is null)),
  constraint dossiers_checked_by_another check ((state in ('open', 'packed')) = (checked_by is null) and (checked_by is null or checked_by <> packed_by)),
  constraint dossiers_in_a_bag check ((state in ('open', 'packed')) = (bag is null)),
  constraint dossiers_on_a_list check ((state in ('handed-over', 'received')) = (list_id is not null)),
  constraint dossiers_not_postponed check (list_id is null or postponed is null)
);
create index dossiers_path on dossiers (school_id, cohort_id, path, state);
create index dossiers_member on dossiers (school_id, member_id);
create index dossiers_list on dossiers (school_id, list_id) where list_id is not null;
call protect_member_data('dossiers', 'member_id');
-- Kept for good: what was entered goes only with the person's entry of the year.
revoke delete, truncate on dossiers from qicheng_app;

-- Every number that was ever given; a broken seal leaves its number void.
create table dossier_bags (
  school_id   uuid not null references schools,
  id          uuid not null,
  cohort_id   uuid not null,
  -- The unit's own part of the number, and the number in the year.
  unit        int not null,
  number      int not null,
  text        text not null,
  graduate_id uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  given_at    timestamptz not null,
  given_name  text not null,
  voided_at   timestamptz,
  voided_name text,
  void_reason text,
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  constraint dossier_bags_number_once unique (school_id, cohort_id, unit, number),
  constraint dossier_bags_text_once unique (school_id, cohort_id, text),
  constraint dossier_bags_void_with_reason check ((voided_at is null) = (void_reason is null))
);
create unique index dossier_bags_one_holds on dossier_bags (school_id, graduate_id) where voided_at is null;
create index dossier_bags_graduate on dossier_bags (school_id, graduate_id);
create index dossier_bags_member on dossier_bags (school_id, member_id);
call protect_member_data('dossier_bags', 'member_id');
revoke update, delete, truncate on dossier_bags from qicheng_app;
grant update (path, voided_at, voided_name, void_reason) on dossier_bags to qicheng_app;

-- The last number of each unit and year; the row is held while a batch is numbered.
create table dossier_numbers (
  school_id uuid not null references schools,
  cohort_id uuid not null,
  kind      text not null check (kind in ('bag', 'list')),
  unit      int not null,
  last      int not null,
  primary key (school_id, cohort_id, kind, unit)
);
call protect_school_data('dossier_numbers');
revoke delete, truncate on dossier_numbers from qicheng_app;

create table dossier_events (
  school_id   uuid not null references schools,
  id          uuid not null,
  cohort_id   uuid not null,
  graduate_id uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  at          timestamptz not null,
  step        text not null,
  actor_id    uuid not null,
  actor_name  text not null,
  bag         text,
  reason      text,
  primary key (school_id, id)
);
create index dossier_events_graduate on dossier_events (school_id, graduate_id, id);
create index dossier_events_member on dossier_events (school_id, member_id);
call protect_member_data('dossier_events', 'member_id');
revoke update, delete, truncate on dossier_events from qicheng_app;
grant update (path) on dossier_events to qicheng_app;

-- What goes to the archive office of the school, as it was on the day.
create table dossier_lists (
  school_id   uuid not null references schools,
  id          uuid not null,
  cohort_id   uuid not null,
  unit_id     uuid not null,
  unit_name   text not null,
  path        text collate "C" not null,
  number      int not null,
  text        text not null,
  -- The rows as one text, so that the hash can be reckoned again.
  content     text not null,
  sha256      text not null,
  people      int not null check (people > 0),
  pages       int not null,
  state       text not null default 'made' check (state in ('made', 'received', 'withdrawn')),
  made_on     date not null,
  made_at     timestamptz not null,
  made_by     uuid not null,
  made_name   text not null,
  received_on date,
  -- At the archive office.
  received_by text,
  receipt_name text,
  receipt_at  timestamptz,
  scan_id     uuid,
  withdrawn_name   text,
  withdrawn_at     timestamptz,
  withdrawn_reason text,
  version     int not null default 1,
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, unit_id) references org_units (school_id, id),
  constraint dossier_lists_text_once unique (school_id, cohort_id, text),
  constraint dossier_lists_received check ((state = 'received') = (received_on is not null) and (state = 'received') = (received_by is not null)),
  constraint dossier_lists_withdrawn check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
create index dossier_lists_path on dossier_lists (school_id, cohort_id, path, number);
call protect('dossier_lists', 'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');
-- What stands on it stays.
revoke update, delete, truncate on dossier_lists from qicheng_app;
grant update (state, received_on, received_by, receipt_name, receipt_at, scan_id, withdrawn_name, withdrawn_at, withdrawn_reason, version)
  on dossier_lists to qicheng_app;

-- No member writes here, past the application too.
create policy packed_by_staff on dossiers as restrictive for insert to qicheng_app with check (current_setting('app.reach') = 'unit');
create policy repacked_by_staff on dossiers as restrictive for update to qicheng_app using (current_setting('app.reach') = 'unit');
create policy numbered_by_staff on dossier_bags as restrictive for insert to qicheng_app with check (current_setting('app.reach') = 'unit');
create policy voided_by_staff on dossier_bags as restrictive for update to qicheng_app using (current_setting('app.reach') = 'unit');
create policy written_by_staff on dossier_events as restrictive for insert to qicheng_app with check (current_setting('app.reach') = 'unit');

-- As in 0032, and of two dossiers the one that went further is the person's.
create or replace function join_entries(gone uuid, kept uuid, account uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  school uuid := nullif(current_setting('app.school', true), '')::uuid;
  held   int;
  steps  constant text[] := array['open', 'packed', 'checked', 'handed-over', 'received'];
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
  update dossier_bags set voided_at = now(), voided_name = '合并重复的人', void_reason = '合并重复的人：另一份走得更远'
  where school_id = school and voided_at is null and graduate_id = (
    select case when array_position(steps, k.state) >= array_position(steps, d.state) then gone else kept end
    from dossiers d join dossiers k on k.school_id = d.school_id and k.graduate_id = kept
    where d.school_id = school and d.graduate_id = gone);
  delete from dossiers d using dossiers k
  where d.school_id = school and k.school_id = school and d.graduate_id in (gone, kept) and k.graduate_id in (gone, kept)
    and d.graduate_id <> k.graduate_id
    and (array_position(steps, d.state) < array_position(steps, k.state) or (d.state = k.state and d.graduate_id = gone));
  update dossiers set graduate_id = kept where school_id = school and graduate_id = gone;
  update dossier_bags set graduate_id = kept where school_id = school and graduate_id = gone;
  update dossier_events set graduate_id = kept where school_id = school and graduate_id = gone;
end $$;
