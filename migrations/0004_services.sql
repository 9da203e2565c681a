-- Files, imports, inbox messages and background tasks.
-- Sharding: all distributed by school_id.

create table files (
  school_id  uuid not null references schools,
  id         uuid not null,
  account_id uuid not null,
  path       text collate "C" not null,
  purpose    text not null,
  name       text not null,
  mime       text not null,
  size       bigint not null,
  -- Of the content; the bytes on disk are encrypted under key_id.
  sha256     text not null,
  key_id     uuid not null,
  created_at timestamptz not null default now(),
  primary key (school_id, id)
);
create index files_content on files (school_id, sha256);
call protect('files',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'false', 'false');

create table imports (
  school_id   uuid not null references schools,
  id          uuid not null,
  account_id  uuid not null,
  account_name text not null,
  path        text collate "C" not null,
  kind        text not null,
  -- Null where the list belongs to no year: units, accounts.
  cohort_id   uuid,
  -- Both null once the import has expired: thirty days after it was last touched.
  file_id     uuid,
  file_name   text not null,
  state       text not null check (state in ('checked', 'committed', 'cancelled', 'undone')),
  -- Corrections by cell, overrides, skipped rows, chosen sheet and columns: sealed, because they hold what the file holds.
  edits       bytea,
  key_id      uuid not null,
  counts      jsonb not null default '{}',
  created_at  timestamptz not null default now(),
  -- The day of the last step: uploaded, mended, committed, cancelled or undone.
  touched_on  date not null,
  committed_at timestamptz,
  version     int not null default 1,
  primary key (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id)
);
create index imports_path on imports (school_id, kind, cohort_id, path);
create index imports_kept on imports (touched_on) where file_id is not null;
call protect('imports',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'false', 'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)');

-- What a committed import replaced, one subject a row, sealed: kept until the import is undone or expires.
create table import_undo (
  school_id  uuid not null references schools,
  import_id  uuid not null,
  subject_id uuid not null,
  -- The import's, as who may undo it reaches all that it wrote.
  path       text collate "C" not null,
  former     bytea not null,
  key_id     uuid not null,
  primary key (school_id, import_id, subject_id),
  foreign key (school_id, import_id) references imports (school_id, id)
);
call protect('import_undo',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');

-- What a unit corrected about a header, for the next file with the same header. Holds no word of the file.
create table import_mappings (
  school_id uuid not null references schools,
  -- The unit's own.
  path      text collate "C" not null,
  kind      text not null,
  -- Digest of the header row's words.
  signature text not null,
  -- Column as Excel counts → field, or '' for none.
  mapping   jsonb not null,
  kept_at   timestamptz not null,
  primary key (school_id, path, kind, signature)
);
call protect('import_mappings',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');

create table messages (
  school_id  uuid not null references schools,
  id         uuid not null,
  account_id uuid not null,
  kind       text not null,
  title      text not null,
  body       text not null,
  link       text,
  created_at timestamptz not null default now(),
  read_at    timestamptz,
  primary key (school_id, id)
);
create index messages_account on messages (school_id, account_id, id desc);
alter table messages enable row level security;
create policy reach on messages to qicheng_app using (
  school_id = (select nullif(current_setting('app.school', true), '')::uuid)
  and case (select current_setting('app.reach', true))
    when 'unit' then account_id = (select nullif(current_setting('app.account'), '')::uuid)
    when 'own' then account_id = (select nullif(current_setting('app.account'), '')::uuid)
    when 'news' then account_id = (select nullif(current_setting('app.account'), '')::uuid)
    when 'none' then account_id = (select nullif(current_setting('app.account'), '')::uuid)
    when 'code' then false else false end)
  -- A message is written to somebody else, in the own school.
  with check (school_id = nullif(current_setting('app.school', true), '')::uuid);
create policy system_work on messages to qicheng_system using (true);
grant select, insert, update, delete on messages to qicheng_app, qicheng_system;

create table tasks (
  school_id   uuid not null references schools,
  id          uuid not null,
  account_id  uuid not null,
  kind        text not null,
  title       text not null,
  input       jsonb not null default '{}',
  state       text not null check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  done        int not null default 0,
  total       int,
  result      jsonb,
  problem     text,
  created_at  timestamptz not null default now(),
  -- Whoever began it wants it stopped: it ends at its next report of progress.
  stop_asked_at timestamptz,
  finished_at timestamptz,
  primary key (school_id, id)
);
create index tasks_open on tasks (state) where state in ('queued', 'running');
call protect('tasks',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)');
