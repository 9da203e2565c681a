-- A draft is its holder's alone, with all that lies ready for it; what a member reports is of oneself, and may be made up.

-- Whom it is for has heard of it: announced, or begun without a word. What was called off before that was never theirs.
alter table activities add column told boolean not null default false;
-- Until now nobody wrote down whether a cancelled one had been announced: who saw it goes on seeing it.
update activities set told = true where state <> 'draft';
alter table activities add constraint activities_told check (case state when 'draft' then not told when 'cancelled' then true else told end);

drop policy reach on activities;
drop policy system_work on activities;
call protect('activities',
  '(held_path >= (select current_setting(''app.path'')) and held_path < (select current_setting(''app.path_end'')))
   or (told and exists (select from unnest(audience) as a where starts_with((select current_setting(''app.path'')), a)
     or (a >= (select current_setting(''app.path'')) and a < (select current_setting(''app.path_end'')))))',
  'told and exists (select from unnest(audience) as a where starts_with((select current_setting(''app.path'')), a))',
  'false', 'false', 'false');
-- As in 0027: what was granted again above.
revoke delete, truncate on activities from qicheng_app;

-- Whoever sees the activity sees these: one rule, kept in one place.
drop policy reach on activity_files;
drop policy system_work on activity_files;
alter table activity_files drop column audience;
call protect('activity_files',
  'exists (select from activities a where a.school_id = activity_files.school_id and a.id = activity_files.activity_id)',
  'false', 'false', 'false', 'false');
revoke truncate on activity_files from qicheng_app;

create or replace function activity_file(wanted uuid, small boolean) returns table (sha256 text, key_id uuid)
language sql stable security definer set search_path = public as $$
  select f.sha256, f.key_id from activity_files o
  join activities a on a.school_id = o.school_id and a.id = o.activity_id
  join files f on f.school_id = o.school_id and f.id = case when small then o.thumbnail_id else o.file_id end
  where o.school_id = nullif(current_setting('app.school', true), '')::uuid and o.id = wanted
    and current_setting('app.reach', true) = 'unit'
    and ((a.held_path >= current_setting('app.path') and a.held_path < current_setting('app.path_end'))
      or (a.told and exists (select from unnest(a.audience) as one where starts_with(current_setting('app.path'), one)
        or (one >= current_setting('app.path') and one < current_setting('app.path_end')))))
$$;

-- The member says that it was made up: 补做.
alter table item_reports add column made_up boolean not null default false;

-- Of one's own entry in the year, past the application too: the entry of somebody else cannot even be named.
create policy reported_of_oneself on item_reports as restrictive for insert to qicheng_app
  with check (exists (select from graduates g where g.school_id = item_reports.school_id and g.id = item_reports.graduate_id
    and g.member_id = item_reports.member_id and g.cohort_id = item_reports.cohort_id));
