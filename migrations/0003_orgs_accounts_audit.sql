-- Where (the tree of units), who (accounts and their posts), what was done (audit).
-- Sharding: all distributed by school_id.

create table org_units (
  school_id    uuid not null references schools,
  id           uuid not null,
  parent_id    uuid,
  -- '/1/12/103/': bytewise order, so that a subtree is one range.
  path         text collate "C" not null,
  level        text not null check (level in ('committee', 'secondary', 'branch')),
  kind         text not null,
  name         text not null,
  position     int not null default 0,
  dissolved_on date,
  version      int not null default 1,
  primary key (school_id, id),
  foreign key (school_id, parent_id) references org_units (school_id, id),
  constraint org_units_path_unique unique (school_id, path),
  constraint org_units_name_unique unique (school_id, parent_id, name),
  constraint org_units_path_shape check (path ~ '^/([0-9]+/)+$')
);
call protect_school_data('org_units');

create table accounts (
  school_id    uuid not null references schools,
  id           uuid not null,
  auth_user_id uuid not null,
  login        text not null,
  name         text not null,
  -- The graduate or junior whose account this is; null for staff.
  member_id    uuid,
  path         text collate "C" not null,
  disabled_on  date,
  version      int not null default 1,
  primary key (school_id, id),
  constraint accounts_login_unique unique (school_id, login)
);
create index accounts_auth_user on accounts (auth_user_id);
create index accounts_path on accounts (school_id, path);
create unique index accounts_member on accounts (school_id, member_id) where member_id is not null;
call protect('accounts',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'true');

create table posts (
  school_id  uuid not null references schools,
  id         uuid not null,
  account_id uuid not null,
  role       text not null,
  unit_id    uuid not null,
  path       text collate "C" not null,
  starts_on  date,
  ends_on    date,
  primary key (school_id, id),
  foreign key (school_id, account_id) references accounts (school_id, id),
  foreign key (school_id, unit_id) references org_units (school_id, id)
);
create index posts_account on posts (school_id, account_id);
create index posts_path on posts (school_id, path, role);
call protect('posts',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'true');

create table audit_entries (
  school_id    uuid not null references schools,
  id           uuid not null,
  at           timestamptz not null default now(),
  actor_id     uuid not null,
  actor_name   text not null,
  role         text not null,
  verb         text not null,
  subject_kind text not null,
  subject_id   uuid not null,
  path         text collate "C" not null,
  batch_id     uuid,
  before       jsonb,
  after        jsonb,
  primary key (school_id, id)
);
create index audit_entries_subject on audit_entries (school_id, subject_id);
call protect('audit_entries',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'actor_id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'actor_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'true');
call append_only('audit_entries');

create table idempotency_keys (
  school_id    uuid not null references schools,
  actor_id     uuid not null,
  procedure    text not null,
  key          text not null,
  request_hash text not null,
  answer       bytea,
  created_at   timestamptz not null default now(),
  primary key (school_id, actor_id, procedure, key)
);
call protect('idempotency_keys',
  'actor_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'actor_id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'actor_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'actor_id = (select nullif(current_setting(''app.account''), '''')::uuid)');
