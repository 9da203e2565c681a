-- A transfer is a list of attempts; the newest one lives, the others are history.
-- Sharding: distributed by school_id.

create table transfers (
  school_id    uuid not null references schools,
  id           uuid not null,
  cohort_id    uuid not null,
  graduate_id  uuid not null,
  member_id    uuid not null,
  path         text collate "C" not null,
  -- 转〔2023〕0147, given when the case begins.
  number       text not null,
  -- The living attempt and its state, kept equal by the one writer.
  attempt_id   uuid not null,
  state        text not null,
  attempts     int not null default 1,
  version      int not null default 1,
  created_at   timestamptz not null default now(),
  updated_at   timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint transfers_one_per_graduate unique (school_id, graduate_id),
  constraint transfers_number_unique unique (school_id, number)
);
create index transfers_path on transfers (school_id, cohort_id, path, state);
call protect_member_data('transfers', 'member_id');

create table attempts (
  school_id         uuid not null references schools,
  id                uuid not null,
  transfer_id       uuid not null,
  member_id         uuid not null,
  path              text collate "C" not null,
  ordinal           int not null,
  -- Why it began: first, re-route 改派, wrong-addressee, expired, rejected, reissue.
  kind              text not null,
  kind_reason       text,
  state             text not null,
  -- Where to: a destination as filled in; sealed parts apart.
  destination       jsonb not null default '{}',
  contacts_sealed   bytea,
  key_id            uuid not null,
  addressee_id      uuid,
  -- Copied out of the destination for lists and counts.
  destination_type  text,
  geography         text,
  method            text,
  addressee_name    text,
  paper             jsonb,
  sent_back_to      text,
  sent_back_reason  text,
  started_on        date,
  serial            text,
  letter_id         uuid,
  expires_on        date,
  expected_on       date,
  answered_on       date,
  accepted_on       date,
  acceptance_proof  text,
  acceptance_note   text,
  registered_on     date,
  version           int not null default 1,
  created_at        timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, transfer_id) references transfers (school_id, id),
  constraint attempts_ordinal_unique unique (school_id, transfer_id, ordinal)
);
call protect_member_data('attempts', 'member_id');

create table transfer_events (
  school_id   uuid not null references schools,
  id          uuid not null,
  transfer_id uuid not null,
  attempt_id  uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  at          timestamptz not null default now(),
  on_day      date not null,
  step        text not null,
  from_state  text,
  to_state    text not null,
  actor_id    uuid not null,
  actor_name  text not null,
  role        text not null,
  reason      text,
  note        text,
  primary key (school_id, id),
  foreign key (school_id, transfer_id) references transfers (school_id, id)
);
create index transfer_events_transfer on transfer_events (school_id, transfer_id, id);
call protect_member_data('transfer_events', 'member_id');
call append_only('transfer_events');

-- Lamps as dated facts: lit while from_day <= today < until_day.
create table lamps (
  school_id   uuid not null references schools,
  cohort_id   uuid not null,
  graduate_id uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  lamp        text not null,
  from_day    date not null,
  until_day   date,
  primary key (school_id, graduate_id, lamp, from_day),
  foreign key (school_id, graduate_id) references graduates (school_id, id)
);
create index lamps_lit on lamps (school_id, cohort_id, path, lamp, from_day);
call protect_member_data('lamps', 'member_id');

-- The next case number of each year.
create table transfer_numbers (
  school_id uuid not null references schools,
  year      int not null,
  next      int not null default 1,
  primary key (school_id, year)
);
call protect_school_data('transfer_numbers');
