-- Who was reminded of the five items on a day, so that nobody is reminded twice. Sharding: distributed by school_id.

create table item_nudges (
  school_id  uuid not null references schools,
  account_id uuid not null,
  on_day     date not null,
  -- Of the branch the member was in that day.
  path       text collate "C" not null,
  nudged_by  uuid not null,
  primary key (school_id, account_id, on_day)
);
call protect('item_nudges',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');
call append_only('item_nudges');
