-- News drafts (宣传稿件, C16): written by a unit, looked at by its 总支, judged and published by the publicity office.
-- Sharding: all distributed by school_id.

create table news_drafts (
  school_id  uuid not null references schools,
  id         uuid not null,
  cohort_id  uuid not null,
  unit_id    uuid not null,
  path       text collate "C" not null,
  -- The place that looks first; null where it goes straight to the publicity office.
  above_path text collate "C",
  kind       text not null check (kind in ('person', 'deed', 'activity', 'other')),
  title      text not null default '',
  byline     text not null default '',
  body       jsonb not null default '{"type": "doc", "content": []}',
  -- The day on which the person portrayed agreed.
  consent_on date,
  state      text not null default 'draft' check (state in ('draft', 'above', 'sent', 'received', 'returned', 'accepted', 'published')),
  returned_from text check (returned_from in ('above', 'publicity')),
  -- How often it was handed in.
  times      int not null default 0,
  sent_on    date,
  version    int not null default 1,
  made_by    uuid not null,
  made_name  text not null,
  made_at    timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, unit_id) references org_units (school_id, id),
  constraint news_body_is_a_document check (body ->> 'type' = 'doc'),
  constraint news_returned_from check ((state = 'returned') = (returned_from is not null)),
  constraint news_sent check (state not in ('sent', 'received', 'accepted', 'published') or sent_on is not null),
  constraint news_consent check (kind <> 'person' or state = 'draft' or consent_on is not null)
);
create index news_drafts_cohort on news_drafts (school_id, cohort_id, path, state);
-- A draft is its unit's alone; the publicity office reads what has reached it and lies there still, or was returned by it.
call protect('news_drafts',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))
   and (state <> ''draft'' or path = (select current_setting(''app.path'')))',
  'false', 'state in (''sent'', ''received'', ''accepted'', ''published'') or (state = ''returned'' and returned_from = ''publicity'')',
  'false', 'false');
revoke truncate on news_drafts from qicheng_app;
create policy written_here on news_drafts as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and path = current_setting('app.path'));
create policy stepped_by_its_side on news_drafts as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'news' or path = current_setting('app.path') or (state = 'above' and above_path = current_setting('app.path')))
  with check (true);
create policy dropped_here on news_drafts as restrictive for delete to qicheng_app
  using (current_setting('app.reach') = 'unit' and path = current_setting('app.path') and state = 'draft' and times = 0);

-- What was handed in stays as it was, until its unit takes it back to write on.
create function keep_news_handed_in() returns trigger language plpgsql as $$
begin
  if new.state = 'draft' or old.state = 'draft'
    or (new.title, new.byline, new.body, new.kind, new.consent_on) is not distinct from (old.title, old.byline, old.body, old.kind, old.consent_on)
  then return new; end if;
  raise exception 'News that was handed in is never changed.';
end $$;
create trigger handed_in_stays before update on news_drafts for each row execute function keep_news_handed_in();

-- The words as they were handed in, each time and to whom.
create table news_versions (
  school_id uuid not null references schools,
  news_id   uuid not null,
  number    int not null,
  path      text collate "C" not null,
  to_side   text not null check (to_side in ('above', 'publicity')),
  content   text not null,
  sha256    text not null,
  at        timestamptz not null,
  by_name   text not null,
  primary key (school_id, news_id, number),
  foreign key (school_id, news_id) references news_drafts (school_id, id)
);
call protect('news_versions',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'to_side = ''publicity''', 'false', 'false');
call append_only('news_versions');

create table news_events (
  school_id uuid not null references schools,
  id        uuid not null,
  news_id   uuid not null,
  path      text collate "C" not null,
  step      text not null check (step in ('submit', 'pass-on', 'give-back', 'withdraw', 'receive', 'return', 'accept', 'publish')),
  -- Between a branch and its 总支: not for the publicity office.
  inside    boolean not null,
  on_day    date not null,
  at        timestamptz not null,
  actor_id  uuid not null,
  actor_name text not null,
  words     text not null default '',
  primary key (school_id, id),
  foreign key (school_id, news_id) references news_drafts (school_id, id)
);
create index news_events_news on news_events (school_id, news_id, id);
call protect('news_events',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'not inside', 'false', 'false');
call append_only('news_events');

create table news_links (
  school_id uuid not null references schools,
  id        uuid not null,
  news_id   uuid not null,
  path      text collate "C" not null,
  platform  text not null,
  url       text not null check (starts_with(url, 'https://')),
  on_day    date not null,
  by_name   text not null,
  primary key (school_id, id),
  foreign key (school_id, news_id) references news_drafts (school_id, id),
  constraint news_links_once unique (school_id, news_id, url)
);
call protect('news_links',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'true', 'false', 'false');
call append_only('news_links');
create policy added_by_publicity on news_links as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'news');

create table news_photos (
  school_id    uuid not null references schools,
  id           uuid not null,
  news_id      uuid not null,
  path         text collate "C" not null,
  position     int not null,
  caption      text not null default '',
  name         text not null,
  size         int not null,
  width        int not null,
  height       int not null,
  sha256       text not null,
  file_id      uuid not null,
  thumbnail_id uuid not null,
  primary key (school_id, id),
  foreign key (school_id, news_id) references news_drafts (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id),
  foreign key (school_id, thumbnail_id) references files (school_id, id)
);
create index news_photos_news on news_photos (school_id, news_id, position);
-- Whoever sees the draft sees its photographs.
call protect('news_photos',
  'exists (select from news_drafts n where n.school_id = news_photos.school_id and n.id = news_photos.news_id)',
  'false', 'exists (select from news_drafts n where n.school_id = news_photos.school_id and n.id = news_photos.news_id)', 'false', 'false');
revoke truncate on news_photos from qicheng_app;
create policy hung_on_a_draft on news_photos as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and path = current_setting('app.path')
    and exists (select from news_drafts n where n.school_id = news_photos.school_id and n.id = news_photos.news_id and n.state = 'draft'));
create policy arranged_on_a_draft on news_photos as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' and path = current_setting('app.path')
    and exists (select from news_drafts n where n.school_id = news_photos.school_id and n.id = news_photos.news_id and n.state = 'draft'));
create policy taken_from_a_draft on news_photos as restrictive for delete to qicheng_app
  using (current_setting('app.reach') = 'unit' and path = current_setting('app.path')
    and exists (select from news_drafts n where n.school_id = news_photos.school_id and n.id = news_photos.news_id and n.state = 'draft'));

-- The bytes lie with the unit; whoever sees the draft opens them.
create function news_photo(wanted uuid, small boolean) returns table (sha256 text, key_id uuid)
language sql stable security definer set search_path = public as $$
  select f.sha256, f.key_id from news_photos p
  join news_drafts n on n.school_id = p.school_id and n.id = p.news_id
  join files f on f.school_id = p.school_id and f.id = case when small then p.thumbnail_id else p.file_id end
  where p.school_id = nullif(current_setting('app.school', true), '')::uuid and p.id = wanted
    and case current_setting('app.reach', true)
      when 'news' then n.state in ('sent', 'received', 'accepted', 'published') or (n.state = 'returned' and n.returned_from = 'publicity')
      when 'unit' then n.path >= current_setting('app.path') and n.path < current_setting('app.path_end')
        and (n.state <> 'draft' or n.path = current_setting('app.path'))
      else false end
$$;
revoke all on function news_photo(uuid, boolean) from public;
grant execute on function news_photo(uuid, boolean) to qicheng_app;

-- Who hears of a step: a unit reads no posts above it, and the publicity office none but its own.
create function news_hearers(at_path text, among text[], today date) returns table (account_id uuid)
language sql stable security definer set search_path = public as $$
  select distinct p.account_id from posts p
  join accounts a on a.school_id = p.school_id and a.id = p.account_id and a.disabled_on is null and a.member_id is null
  where p.school_id = nullif(current_setting('app.school', true), '')::uuid and p.role = any (among)
    and (at_path is null or p.path = at_path)
    and (p.starts_on is null or p.starts_on <= today) and (p.ends_on is null or p.ends_on >= today)
    and current_setting('app.reach', true) in ('unit', 'news')
$$;
revoke all on function news_hearers(text, text[], date) from public;
grant execute on function news_hearers(text, text[], date) to qicheng_app;
