-- Returns: frozen, hashed snapshots; archives: the season's packages. Sharding: distributed by school_id.

create table submissions (
  school_id      uuid not null references schools,
  id             uuid not null,
  cohort_id      uuid not null,
  unit_id        uuid not null,
  path           text collate "C" not null,
  task           text not null check (task in ('roster', 'register', 'delayed')),
  -- A branch hands in to its 总支; a 总支 (or 直属支部) submits to 组织部.
  level          text not null check (level in ('branch', 'secondary')),
  ordinal        int not null,
  -- The form as it was: the plan may change its title and columns later.
  title          text not null,
  form_columns   jsonb not null,
  -- 补报, linked to the frozen return. A batch of 附件2 is none.
  supplement_of  uuid,
  supplement_reason text,
  state          text not null check (state in ('submitted', 'returned', 'accepted')),
  row_count      int not null,
  -- Of the frozen rows as stored, ciphertext included; no row at all is a zero return (本单位无).
  sha256         text not null,
  due_on         date,
  submitted_on   date not null,
  late           boolean not null,
  submitted_by   uuid not null,
  submitted_name text not null,
  decided_on     date,
  decided_name   text,
  return_reason  text,
  version        int not null default 1,
  created_at     timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, unit_id) references org_units (school_id, id),
  foreign key (school_id, supplement_of) references submissions (school_id, id),
  constraint submissions_ordinal_unique unique (school_id, cohort_id, unit_id, task, ordinal),
  constraint submissions_returned_with_reason check (state <> 'returned' or return_reason is not null),
  constraint submissions_supplement_with_reason check ((supplement_of is null) = (supplement_reason is null))
);
create index submissions_path on submissions (school_id, cohort_id, path, task, state);
call protect('submissions',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))', 'false', 'false', 'false', 'false');

create table submission_rows (
  school_id     uuid not null references schools,
  submission_id uuid not null,
  ordinal       int not null,
  graduate_id   uuid not null,
  member_id     uuid not null,
  path          text collate "C" not null,
  -- The form's cells, the sensitive ones masked; in full they stand sealed beside them.
  cells         jsonb not null,
  cells_sealed  bytea,
  key_id        uuid not null,
  primary key (school_id, submission_id, ordinal),
  foreign key (school_id, submission_id) references submissions (school_id, id)
);
call protect('submission_rows',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))', 'false', 'false', 'false', 'false');
call append_only('submission_rows');

-- What units bring for the archive besides what is kept here: summaries, minutes, scans.
create table archive_materials (
  school_id  uuid not null references schools,
  id         uuid not null,
  cohort_id  uuid not null,
  unit_id    uuid not null,
  path       text collate "C" not null,
  -- A key of the plan's archive checklist.
  item       text not null,
  name       text not null,
  size       bigint not null,
  file_id    uuid not null,
  added_on   date not null,
  added_by   uuid not null,
  added_name text not null,
  -- Taken out of the list again; the row and the file stay.
  removed_on date,
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, unit_id) references org_units (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id)
);
create index archive_materials_path on archive_materials (school_id, cohort_id, path, item);
call protect('archive_materials',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))', 'false', 'false', 'false', 'false');

create table archives (
  school_id    uuid not null references schools,
  id           uuid not null,
  cohort_id    uuid not null,
  path         text collate "C" not null,
  file_id      uuid not null,
  made_on      date not null,
  made_by      uuid not null,
  made_name    text not null,
  contents     jsonb not null,
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id)
);
call protect('archives',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))', 'false', 'false', 'false', 'false');
call append_only('archives');
