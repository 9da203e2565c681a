-- Nobody is forgotten: what is said once, what passes to the next level, who keeps a case when its branch dissolves, contacts with
-- those who stay; and arrivals from another school of this installation.
-- Sharding: all tables are distributed by school_id; of an arrival that is the school which receives.

-- Each day's work is done once for a cohort; a start that finds its day missing makes up for it.
create table season_days (
  school_id uuid not null references schools,
  cohort_id uuid not null,
  on_day    date not null,
  done_at   timestamptz not null,
  primary key (school_id, cohort_id, on_day)
);
call protect_school_data('season_days');

-- What was told about a graduate and is not told twice. The mark names the occasion: a letter's last day, the day of an escalation.
create table case_notices (
  school_id    uuid not null references schools,
  id           uuid not null,
  graduate_id  uuid not null,
  member_id    uuid not null,
  path         text collate "C" not null,
  kind         text not null,
  mark         text not null,
  on_day       date not null,
  primary key (school_id, id),
  constraint case_notices_once unique (school_id, graduate_id, kind, mark)
);
create index case_notices_member on case_notices (school_id, member_id);
call protect_member_data('case_notices', 'member_id');
revoke update, delete, truncate on case_notices from qicheng_app;
grant update (path) on case_notices to qicheng_app;

-- Dated facts, rewritten with the lamps: from this day on the next level has it, until somebody acts.
create table escalations (
  school_id   uuid not null references schools,
  cohort_id   uuid not null,
  graduate_id uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  level       text not null check (level in ('secondary', 'committee')),
  lamp        text not null,
  from_day    date not null,
  primary key (school_id, graduate_id, level),
  foreign key (school_id, graduate_id) references graduates (school_id, id)
);
create index escalations_lit on escalations (school_id, cohort_id, path, level, from_day);
create index escalations_member on escalations (school_id, member_id);
call protect_member_data('escalations', 'member_id');

-- Branches that dissolve after the leaving day, and the teacher of the 总支 whom their open cases pass to. No row: as the name says.
create table dissolving_branches (
  school_id    uuid not null references schools,
  cohort_id    uuid not null,
  unit_id      uuid not null,
  path         text collate "C" not null,
  dissolves    boolean not null,
  account_id   uuid,
  teacher_name text,
  -- Of the office, as it is told to the members.
  phone        text,
  version      int not null default 1,
  primary key (school_id, cohort_id, unit_id),
  foreign key (school_id, unit_id) references org_units (school_id, id),
  constraint dissolving_branches_teacher_whole check ((account_id is null) = (teacher_name is null))
);
call protect('dissolving_branches',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))', 'false', 'false', 'false', 'false');
revoke delete, truncate on dissolving_branches from qicheng_app;

-- Who follows a case up once its branch is gone. Without an account it is the 总支 itself.
create table case_keepers (
  school_id   uuid not null references schools,
  graduate_id uuid not null,
  cohort_id   uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  unit_name   text not null,
  account_id  uuid,
  name        text,
  phone       text,
  since_day   date not null,
  primary key (school_id, graduate_id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint case_keepers_teacher_whole check ((account_id is null) = (name is null))
);
create index case_keepers_member on case_keepers (school_id, member_id);
create index case_keepers_path on case_keepers (school_id, cohort_id, path);
call protect_member_data('case_keepers', 'member_id');
create policy kept_by_staff on case_keepers as restrictive for insert to qicheng_app with check (current_setting('app.reach') = 'unit');
create policy changed_by_staff on case_keepers as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit') with check (current_setting('app.reach') = 'unit');
create policy dropped_by_staff on case_keepers as restrictive for delete to qicheng_app using (current_setting('app.reach') = 'unit');

-- D05 and D11: contact with those whose relation stays. What was said is not changed.
create table stay_contacts (
  school_id   uuid not null references schools,
  id          uuid not null,
  transfer_id uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  on_day      date not null,
  way         text not null check (way in ('phone', 'message', 'mail', 'meeting', 'through-contact')),
  spoken_with text not null,
  note        text not null default '',
  at          timestamptz not null,
  actor_id    uuid not null,
  actor_name  text not null,
  primary key (school_id, id),
  foreign key (school_id, transfer_id) references transfers (school_id, id)
);
create index stay_contacts_transfer on stay_contacts (school_id, transfer_id, on_day);
create index stay_contacts_member on stay_contacts (school_id, member_id);
call protect_member_data('stay_contacts', 'member_id');
call append_only('stay_contacts');
grant update (path) on stay_contacts to qicheng_app;
create policy contacted_by_staff on stay_contacts as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit');

-- What one school of this installation tells another: what stands on the letter, and nothing else. The row belongs to the school that
-- receives, at its committee; it is written by the functions below alone, decided there, and taken up by the school that sent.
create table arrivals (
  school_id        uuid not null references schools,
  id               uuid not null,
  path             text collate "C" not null default '/1/',
  from_school_id   uuid not null references schools (school_id),
  from_attempt_id  uuid not null,
  from_committee   text not null,
  name             text not null,
  sex              text,
  membership       text not null,
  letter_number    text,
  dues_paid_to     text,
  phone_last4      text,
  arrived_on       date not null,
  state            text not null default 'waiting' check (state in ('waiting', 'accepted', 'refused', 'withdrawn')),
  decided_on       date,
  decided_by       uuid,
  decided_name     text,
  reason           text,
  -- Whether the school that sent took the answer up; null: not yet told.
  heard            boolean,
  version          int not null default 1,
  primary key (school_id, id),
  constraint arrivals_once unique (school_id, from_attempt_id),
  constraint arrivals_decided_whole check ((state in ('accepted', 'refused')) = (decided_on is not null)),
  constraint arrivals_refused_with_reason check (state <> 'refused' or reason is not null)
);
create index arrivals_state on arrivals (school_id, state, arrived_on, id);
create index arrivals_sent on arrivals (from_school_id, from_attempt_id);
create index arrivals_untold on arrivals (from_school_id, id) where state in ('accepted', 'refused') and heard is null;
call protect('arrivals',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))', 'false', 'false', 'false', 'false');
revoke insert, update, delete, truncate on arrivals from qicheng_app;
grant update (state, decided_on, decided_by, decided_name, reason, version) on arrivals to qicheng_app;

-- Sends what is out to the committee of another school here; told twice, the letter's number is filled in. The ids are the caller's,
-- everything else is read where it stands, inside the caller's own scope.
create function send_arrivals(sent json, today date) returns int language sql security definer set search_path = public as $$
  with made as (
    insert into arrivals (school_id, id, from_school_id, from_attempt_id, from_committee, name, sex, membership, letter_number,
      dues_paid_to, phone_last4, arrived_on)
    select t.school_id, s.id, a.school_id, a.id, f.committee_name, m.name, m.sex, m.membership, a.letter_number,
      m.dues_paid_to, m.phone_last4, today
    from json_to_recordset(sent) as s(id uuid, attempt uuid)
    join attempts a on a.id = s.attempt and a.school_id = nullif(current_setting('app.school', true), '')::uuid
    join members m on m.school_id = a.school_id and m.id = a.member_id
    join schools f on f.school_id = a.school_id
    join schools t on t.committee_name = a.addressee_name and t.school_id <> a.school_id
    where current_setting('app.reach', true) = 'unit'
      and a.path >= current_setting('app.path') and a.path < current_setting('app.path_end')
      and a.living and a.state = 'in-transit'
      and (select count(*) from schools x where x.committee_name = a.addressee_name) = 1
    on conflict (school_id, from_attempt_id) do update
      set letter_number = excluded.letter_number, version = arrivals.version + 1
      where arrivals.state = 'waiting' and arrivals.letter_number is distinct from excluded.letter_number
    returning 1)
  select count(*)::int from made
$$;

-- The case is no longer on its way there: nothing is left to accept.
create function withdraw_arrivals(attempts json) returns int language sql security definer set search_path = public as $$
  with gone as (
    update arrivals set state = 'withdrawn', version = version + 1
    where from_school_id = nullif(current_setting('app.school', true), '')::uuid and current_setting('app.reach', true) = 'unit'
      and from_attempt_id in (select value::uuid from json_array_elements_text(attempts)) and state = 'waiting'
    returning 1)
  select count(*)::int from gone
$$;

-- The school that sent has heard the answer; `taken`: its case followed it.
create function hear_arrival(arrival uuid, taken boolean) returns void language sql security definer set search_path = public as $$
  update arrivals set heard = taken
  where from_school_id = nullif(current_setting('app.school', true), '')::uuid and current_setting('app.reach', true) = 'unit'
    and current_setting('app.path', true) = '/1/' and id = arrival and state in ('accepted', 'refused') and heard is null
$$;

revoke all on function send_arrivals(json, date), withdraw_arrivals(json), hear_arrival(uuid, boolean) from public;
grant execute on function send_arrivals(json, date), withdraw_arrivals(json), hear_arrival(uuid, boolean) to qicheng_app;
