-- What stays of an activity: minutes with a little form, photographs, attachments.
-- Sharding: activity_files distributed by school_id.

-- A closed document as data (src/kernel/rich-text.ts), never HTML. Written while others step on: it has a version of its own.
alter table activities rename column minutes to minutes_text;
alter table activities
  add column minutes         jsonb not null default '{"type": "doc", "content": []}',
  add column minutes_version int not null default 1,
  add column minutes_at      timestamptz,
  add column minutes_name    text;
-- A paragraph for each line that was there.
update activities set minutes = jsonb_build_object('type', 'doc', 'content', (
  select jsonb_agg(case when line = '' then '{"type": "paragraph"}'::jsonb
    else jsonb_build_object('type', 'paragraph', 'content', jsonb_build_array(jsonb_build_object('type', 'text', 'text', line))) end order by at)
  from regexp_split_to_table(minutes_text, E'\r?\n') with ordinality as written (raw, at)
  cross join lateral (select regexp_replace(raw, '[\x01-\x08\x0b-\x1f\x7f]', '', 'g') as line) as clean))
where btrim(minutes_text) <> '';
alter table activities drop column minutes_text;
alter table activities add constraint activities_minutes_are_a_document check (minutes ->> 'type' = 'doc');

create table activity_files (
  school_id    uuid not null references schools,
  id           uuid not null,
  activity_id  uuid not null,
  -- As the activity has them: whoever sees it sees these.
  held_path    text collate "C" not null,
  audience     text[] collate "C" not null check (cardinality(audience) > 0),
  kind         text not null check (kind in ('photo', 'attachment')),
  name         text not null,
  caption      text not null default '',
  mime         text not null,
  size         int not null,
  width        int,
  height       int,
  file_id      uuid not null,
  thumbnail_id uuid,
  added_at     timestamptz not null,
  added_by     uuid not null,
  added_name   text not null,
  primary key (school_id, id),
  foreign key (school_id, activity_id) references activities (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id),
  foreign key (school_id, thumbnail_id) references files (school_id, id),
  constraint activity_files_photo_whole check (
    (kind = 'photo') = (thumbnail_id is not null) and (kind = 'photo') = (width is not null) and (width is null) = (height is null))
);
create index activity_files_activity on activity_files (school_id, activity_id, id);

-- Read by the staff of who holds it and of whom it is for; no member sees them.
call protect('activity_files',
  '(held_path >= (select current_setting(''app.path'')) and held_path < (select current_setting(''app.path_end'')))
   or exists (select from unnest(audience) as a where starts_with((select current_setting(''app.path'')), a)
     or (a >= (select current_setting(''app.path'')) and a < (select current_setting(''app.path_end''))))',
  'false', 'false', 'false', 'false');
-- Written by who holds it, past the application too.
create policy kept_by_holder on activity_files as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and held_path >= current_setting('app.path') and held_path < current_setting('app.path_end'));
create policy changed_by_holder on activity_files as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' and held_path >= current_setting('app.path') and held_path < current_setting('app.path_end'));
create policy removed_by_holder on activity_files as restrictive for delete to qicheng_app
  using (current_setting('app.reach') = 'unit' and held_path >= current_setting('app.path') and held_path < current_setting('app.path_end'));
revoke truncate on activity_files from qicheng_app;

-- The bytes lie with who holds it; whoever was asked to come opens these of them.
create function activity_file(wanted uuid, small boolean) returns table (sha256 text, key_id uuid)
language sql stable security definer set search_path = public as $$
  select f.sha256, f.key_id from activity_files a
  join files f on f.school_id = a.school_id and f.id = case when small then a.thumbnail_id else a.file_id end
  where a.school_id = nullif(current_setting('app.school', true), '')::uuid and a.id = wanted
    and current_setting('app.reach', true) = 'unit'
    and ((a.held_path >= current_setting('app.path') and a.held_path < current_setting('app.path_end'))
      or exists (select from unnest(a.audience) as one where starts_with(current_setting('app.path'), one)
        or (one >= current_setting('app.path') and one < current_setting('app.path_end'))))
$$;
revoke all on function activity_file(uuid, boolean) from public;
grant execute on function activity_file(uuid, boolean) to qicheng_app;
