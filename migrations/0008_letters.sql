-- Addressees, letters, prints. Sharding: distributed by school_id.

create table addressees (
  school_id     uuid not null references schools,
  id            uuid not null,
  name          text not null,
  -- In full and by initials, for typing: 'hangzhoushiwei hzsw'.
  pinyin        text not null,
  kind          text not null,
  -- Why the name stands although a check found it wrong.
  name_reason   text,
  division_code text,
  org_code      text,
  needs_paper   boolean,
  contact       text,
  phone         text,
  verified_on   date,
  used          int not null default 0,
  version       int not null default 1,
  primary key (school_id, id),
  constraint addressees_name_unique unique (school_id, name)
);
call protect_school_data('addressees');

-- The next number of each year; a row is held while a batch is numbered.
create table letter_numbers (
  school_id uuid not null references schools,
  year      int not null,
  -- The first number given here: the paper ledger of the year may have begun before.
  first     int not null default 1,
  next      int not null default 1,
  primary key (school_id, year)
);
call protect_school_data('letter_numbers');

create table letters (
  school_id      uuid not null references schools,
  id             uuid not null,
  cohort_id      uuid not null,
  transfer_id    uuid not null,
  attempt_id     uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
  year           int not null,
  number         int not null,
  number_text    text not null,
  addressee_name text not null,
  member_name    text not null,
  issued_on      date not null,
  valid_until    date not null,
  -- Everything on the paper, sealed; frozen at issue.
  content_sealed bytea not null,
  content_sha256 text not null,
  key_id         uuid not null,
  -- Null where no code was printed: the school's public page was off.
  receipt_code_hash bytea,
  state          text not null check (state in ('issued', 'voided')),
  voided_on      date,
  void_ground    text,
  void_note      text,
  issued_by      uuid not null,
  issued_name    text not null,
  picked_up_on   date,
  picked_up_by   text,
  picked_up_how  text,
  -- The day its acceptance was proven; from then on no validity runs.
  received_on    date,
  version        int not null default 1,
  created_at     timestamptz not null default now(),
  primary key (school_id, id),
  constraint letters_number_unique unique (school_id, year, number),
  constraint letters_void_with_ground check ((state = 'voided') = (void_ground is not null) and (state = 'voided') = (voided_on is not null)),
  constraint letters_picked_up_whole check ((picked_up_on is null) = (picked_up_by is null) and (picked_up_on is null) = (picked_up_how is null))
);
create unique index letters_one_living_per_attempt on letters (school_id, attempt_id) where state = 'issued';
create index letters_path on letters (school_id, cohort_id, path, state);
create index letters_member on letters (school_id, member_id);
create index letters_receipt_code on letters (receipt_code_hash);
call protect('letters',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'member_id = (select nullif(current_setting(''app.member''), '''')::uuid)', 'false',
  'id = (select nullif(current_setting(''app.code''), '''')::uuid)', 'false');

create table letter_prints (
  school_id  uuid not null references schools,
  id         uuid not null,
  letter_id  uuid not null,
  member_id  uuid not null,
  path       text collate "C" not null,
  at         timestamptz not null default now(),
  actor_id   uuid not null,
  actor_name text not null,
  primary key (school_id, id),
  foreign key (school_id, letter_id) references letters (school_id, id)
);
create index letter_prints_letter on letter_prints (school_id, letter_id, id);
call protect_member_data('letter_prints', 'member_id');
call append_only('letter_prints');
