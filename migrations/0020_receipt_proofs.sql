-- What proves an acceptance: pictures of stamped receipts, logged calls to the dictionary's number; and what an imported list says otherwise.
-- Sharding: all three are distributed by school_id.

-- Who wrote the number, and whether somebody has asked the organisation itself since: a number of one's own proves nothing by itself.
alter table addressees
  add column phone_by         uuid,
  add column phone_on         date,
  add column phone_verified   boolean not null default false,
  -- A call came to somebody else.
  add column phone_doubted_on date;

-- What the stamped receipt says, or which call it was.
alter table attempts
  add column acceptance_shown        text check (acceptance_shown in ('paper', 'picture')),
  add column acceptance_handler      text,
  add column acceptance_phone_sealed bytea,
  add column acceptance_key_id       uuid,
  add column acceptance_call_id      uuid,
  add constraint attempts_acceptance_with_key check (acceptance_phone_sealed is null or acceptance_key_id is not null);

create table receipt_pictures (
  school_id      uuid not null references schools,
  id             uuid not null,
  transfer_id    uuid not null,
  -- Of whose letter it is the receipt: a later attempt has another.
  attempt_id     uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
  -- Null once it is removed: the file is deleted, that it was here is not.
  file_id        uuid,
  mime           text not null,
  size           int not null,
  added_at       timestamptz not null,
  added_by       uuid not null,
  added_name     text not null,
  removed_at     timestamptz,
  removed_by     uuid,
  removed_name   text,
  removed_reason text,
  primary key (school_id, id),
  foreign key (school_id, transfer_id) references transfers (school_id, id),
  foreign key (school_id, attempt_id) references attempts (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id),
  constraint receipt_pictures_removed_whole check (
    (removed_at is null) = (file_id is not null) and (removed_at is null) = (removed_by is null)
    and (removed_by is null) = (removed_name is null) and (removed_name is null) = (removed_reason is null))
);
create index receipt_pictures_attempt on receipt_pictures (school_id, attempt_id, id);
create index receipt_pictures_transfer on receipt_pictures (school_id, transfer_id, id);
create index receipt_pictures_member on receipt_pictures (school_id, member_id);
call protect_member_data('receipt_pictures', 'member_id');
revoke delete, truncate on receipt_pictures from qicheng_app;

create table receipt_calls (
  school_id      uuid not null references schools,
  id             uuid not null,
  transfer_id    uuid not null,
  attempt_id     uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
  addressee_id   uuid not null,
  addressee_name text not null,
  -- An organisation's, as it stood in the dictionary: never what the caller sent.
  phone          text not null,
  -- What kept this number from proving anything on that day; null: nothing.
  doubt          text check (doubt in ('own-number', 'doubted')),
  on_day         date not null,
  at             timestamptz not null,
  outcome        text not null check (outcome in (
    'received', 'passed-on', 'not-received', 'unknown-person', 'call-again', 'no-answer', 'wrong-number')),
  answered_by    text not null default '',
  said           text not null default '',
  actor_id       uuid not null,
  actor_name     text not null,
  role           text not null,
  primary key (school_id, id),
  foreign key (school_id, transfer_id) references transfers (school_id, id),
  foreign key (school_id, attempt_id) references attempts (school_id, id)
);
create index receipt_calls_attempt on receipt_calls (school_id, attempt_id, id);
create index receipt_calls_transfer on receipt_calls (school_id, transfer_id, id);
create index receipt_calls_member on receipt_calls (school_id, member_id);
call protect_member_data('receipt_calls', 'member_id');
call append_only('receipt_calls');
-- The path follows a member to another branch; nothing else of a call ever changes.
grant update (path) on receipt_calls to qicheng_app, qicheng_system;

create table result_differences (
  school_id      uuid not null references schools,
  id             uuid not null,
  cohort_id      uuid not null,
  -- Of the person's branch; of somebody whom nobody here knows, of the unit that imported.
  path           text collate "C" not null,
  graduate_id    uuid,
  member_id      uuid,
  attempt_id     uuid,
  -- As the file named somebody whom nobody here knows: a name and a student number, never an ID number.
  named          text not null,
  kind           text not null,
  -- Who, what and what theirs says: the same file brings no second row.
  mark           text not null,
  ours           text not null,
  theirs         text not null,
  -- The step that theirs asks for, if any.
  told           jsonb not null default '{}',
  import_id      uuid not null,
  found_on       date not null,
  state          text not null default 'open' check (state in ('open', 'asked', 'taken', 'kept', 'agreed')),
  decided_on     date,
  decided_by     uuid,
  decided_name   text,
  decided_role   text,
  reason         text,
  version        int not null default 1,
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  constraint result_differences_once unique (school_id, cohort_id, mark),
  constraint result_differences_person_whole check ((graduate_id is null) = (member_id is null)),
  constraint result_differences_decided_whole check (
    (decided_on is null) = (decided_by is null) and (decided_by is null) = (decided_name is null)
    and (state in ('open', 'agreed') or decided_by is not null))
);
create index result_differences_open on result_differences (school_id, cohort_id, path) where state in ('open', 'asked');
create index result_differences_member on result_differences (school_id, member_id) where member_id is not null;
call protect_member_data('result_differences', 'member_id');
revoke delete, truncate on result_differences from qicheng_app;
