-- A transfer is a list of attempts; the newest one lives, the others are history.
-- Sharding: distributed by school_id.

create table transfers (
  school_id       uuid not null references schools,
  id              uuid not null,
  cohort_id       uuid not null,
  graduate_id     uuid not null,
  member_id       uuid not null,
  path            text collate "C" not null,
  -- 转〔2023〕0147, given when the case begins.
  number          text not null,
  -- A destination as it is being typed; a step that hands it in moves it into the attempt.
  draft           jsonb,
  draft_sealed    bytea,
  draft_key_id    uuid,
  -- The last real trace of the member here: an own edit. Contacts and replies move it too.
  traced_on       date,
  -- D05: the last half-yearly contact.
  contacted_on    date,
  version         int not null default 1,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint transfers_one_per_graduate unique (school_id, graduate_id),
  constraint transfers_number_unique unique (school_id, number),
  constraint transfers_draft_with_key check (draft_sealed is null or draft_key_id is not null)
);
create index transfers_path on transfers (school_id, cohort_id, path);
create index transfers_member on transfers (school_id, member_id);
call protect_member_data('transfers', 'member_id');

create table attempts (
  school_id          uuid not null references schools,
  id                 uuid not null,
  transfer_id        uuid not null,
  cohort_id          uuid not null,
  graduate_id        uuid not null,
  member_id          uuid not null,
  path               text collate "C" not null,
  ordinal            int not null,
  living             boolean not null default true,
  -- Why it began: first, refilled (去向另报), or the application that was approved.
  kind               text not null,
  kind_reason        text,
  state              text not null,
  -- Where to: the answers as handed in; phones and second contacts apart, sealed.
  destination        jsonb not null default '{}',
  contacts_sealed    bytea,
  key_id             uuid,
  -- Copied out of the destination for lists and counts.
  destination_type   text,
  unit_name          text,
  addressee_id       uuid,
  addressee_name     text,
  geography          text,
  geography_reason   text,
  -- The unit that receives an internal move, where its name could be found in the tree.
  to_path            text collate "C",
  -- {exception, outcome, reason, clause}: the proposal, or the office's exception.
  paper              jsonb,
  method             text,
  -- Who has to act next, to whom it was sent back, what waits for the office.
  owner              text,
  back_to            text,
  back_reason        text,
  application        text,
  application_reason text,
  old_letter         text,
  -- Two tracks, each with its own last day.
  system_at          text not null default 'none',
  system_until       date,
  paper_at           text not null default 'none',
  paper_until        date,
  -- When the step in hand is due by the plan; after which day it counts as 过期.
  due_on             date,
  expires_on         date,
  registered_on      date,
  out_on             date,
  started_on         date,
  serial             text,
  letter_id          uuid,
  letter_number      text,
  issued_on          date,
  handed_out_on      date,
  expected_on        date,
  answered_on        date,
  relayed_to         text,
  accepted_on        date,
  acceptance_proof   text,
  acceptance_note    text,
  rejected_on        date,
  rejected_reason    text,
  closed_on          date,
  ended_on           date,
  created_at         timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, transfer_id) references transfers (school_id, id),
  constraint attempts_ordinal_unique unique (school_id, transfer_id, ordinal),
  constraint attempts_state_known check (state in (
    'to-fill', 'branch-check', 'secondary-check', 'verified', 'office-check', 'to-start', 'to-issue', 'in-transit', 'answered',
    'received', 'closed', 'sent-back', 'withdrawn', 'rejected', 'void', 'retained', 'deferred', 'internal')),
  constraint attempts_track_known check (
    system_at in ('none', 'waiting', 'issued', 'out', 'accepted', 'rejected')
    and paper_at in ('none', 'waiting', 'issued', 'out', 'accepted', 'rejected')),
  constraint attempts_sent_back_to_somebody check ((state = 'sent-back') = (back_to is not null)),
  constraint attempts_contacts_with_key check (contacts_sealed is null or key_id is not null)
);
create unique index attempts_one_living on attempts (school_id, transfer_id) where living;
create unique index attempts_living_of_graduate on attempts (school_id, graduate_id) where living;
create index attempts_path on attempts (school_id, cohort_id, path, state) where living;
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
  -- A step of the rules, or begin, decide-paper, void-letter.
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
create index transfer_events_member on transfer_events (school_id, member_id, id);
call protect_member_data('transfer_events', 'member_id');
call append_only('transfer_events');
-- The path follows a member to another branch; nothing else of an event ever changes.
grant update (path) on transfer_events to qicheng_app, qicheng_system;

-- Lamps as dated facts: lit while from_day <= today <= until_day; no until_day: until something changes.
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

-- The next case number of each year; the row is held while a batch is numbered.
create table transfer_numbers (
  school_id uuid not null references schools,
  year      int not null,
  next      int not null default 1,
  primary key (school_id, year)
);
call protect_school_data('transfer_numbers');
