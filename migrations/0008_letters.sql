-- Addressees, letters, prints. Sharding: distributed by school_id.

create table addressees (
  school_id     uuid not null references schools,
  id            uuid not null,
  name          text not null,
  pinyin        text not null,
  kind          text not null,
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
  receipt_code_hash bytea not null,
  state          text not null check (state in ('issued', 'voided')),
  voided_on      date,
  void_reason    text,
  issued_by      uuid not null,
  issued_name    text not null,
  picked_up_on   date,
  picked_up_by   text,
  version        int not null default 1,
  created_at     timestamptz not null default now(),
  primary key (school_id, id),
  constraint letters_number_unique unique (school_id, year, number),
  constraint letters_void_with_reason check ((state = 'voided') = (void_reason is not null))
);
create unique index letters_one_living_per_attempt on letters (school_id, attempt_id) where state = 'issued';
create index letters_path on letters (school_id, cohort_id, path, state);
create index letters_receipt_code on letters (receipt_code_hash);
call protect('letters',
  'path >= current_setting(''app.path'') and path < current_setting(''app.path_end'')',
  'member_id = nullif(current_setting(''app.member''), '''')::uuid', 'false',
  'id = nullif(current_setting(''app.code''), '''')::uuid', 'false');

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
call protect_member_data('letter_prints', 'member_id');
call append_only('letter_prints');
