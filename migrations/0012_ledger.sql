-- What an office keeps beside the form: marks, notes, who looks after whom; the paper behind a change; views of a list.

alter table graduates
  add column tags text[] not null default '{}',
  -- A staff account of the branch or above it, with its name: who sees the person need not see the account.
  add column responsible_id uuid,
  add column responsible_name text,
  add check ((responsible_id is null) = (responsible_name is null)),
  add foreign key (school_id, responsible_id) references accounts (school_id, id);
create index graduates_responsible on graduates (school_id, responsible_id) where responsible_id is not null;

alter table member_changes add column basis text;

create table graduate_notes (
  school_id    uuid not null references schools,
  id           uuid not null,
  graduate_id  uuid not null,
  member_id    uuid not null,
  path         text collate "C" not null,
  account_id   uuid not null,
  account_name text not null,
  at           timestamptz not null default now(),
  text         text not null,
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id)
);
create index graduate_notes_graduate on graduate_notes (school_id, graduate_id, id);
-- The office's own: the person is no reader of them.
call protect('graduate_notes',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');

-- A list as somebody wants to find it again: filters as they stand in the address, columns in their order.
create table saved_views (
  school_id  uuid not null references schools,
  id         uuid not null,
  account_id uuid not null,
  owner_name text not null,
  screen     text not null,
  name       text not null,
  search     jsonb not null,
  -- Shared with everybody whose post lies within this unit; null keeps it to its owner.
  shared_path text collate "C",
  version    int not null default 1,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, account_id) references accounts (school_id, id),
  constraint saved_views_name unique (school_id, account_id, screen, name)
);
call protect_school_data('saved_views');
