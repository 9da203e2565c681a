-- The people. `*_sealed` is AES-256-GCM under key_id; `*_index` is a keyed hash for exact search.
-- Sharding: distributed by school_id.

create table members (
  school_id          uuid not null references schools,
  id                 uuid not null,
  path               text collate "C" not null,
  unit_id            uuid not null,
  student_number     text not null,
  name               text not null,
  pinyin             text collate "C" not null,
  sex                text check (sex in ('male', 'female')),
  ethnic_group       text,
  born_on            date,
  id_type            text not null default 'resident-id',
  id_number_sealed   bytea,
  id_number_index    bytea,
  id_number_last4    text,
  phone_sealed       bytea,
  phone_index        bytea,
  phone_last4        text,
  -- email, home address, second contact: one sealed JSON object.
  contacts_sealed    bytea,
  key_id             uuid not null,
  native_place       text,
  registered_at      text,
  education          text,
  degree             text,
  college            text,
  major              text,
  class_name         text,
  joined_on          date,
  confirmed_on       date,
  membership         text not null,
  party_post         text,
  introducers        text,
  dues_paid_to       text,
  relation_at_school boolean not null default true,
  remark             text,
  version            int not null default 1,
  created_at         timestamptz not null default now(),
  updated_at         timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, unit_id) references org_units (school_id, id),
  constraint members_student_number_unique unique (school_id, student_number),
  constraint members_id_number_unique unique (school_id, id_number_index)
);
create index members_path on members (school_id, path, pinyin, id);
create index members_phone on members (school_id, phone_index);
call protect_member_data('members', 'id');

-- Every student number a member ever had here; the current one stands in members too.
create table member_numbers (
  school_id uuid not null references schools,
  number    text not null,
  member_id uuid not null,
  path      text collate "C" not null,
  since     date not null,
  primary key (school_id, number),
  foreign key (school_id, member_id) references members (school_id, id)
);
call protect_member_data('member_numbers', 'member_id');

create table graduates (
  school_id    uuid not null references schools,
  id           uuid not null,
  cohort_id    uuid not null,
  member_id    uuid not null,
  path         text collate "C" not null,
  outcome      text not null default 'on-time',
  -- The person's own, carried here: what the roster is ordered, filtered and counted by stands in one table.
  pinyin       text collate "C" not null,
  membership   text not null,
  relation_at_school boolean not null,
  -- 附件3: reason, approval document, expected graduation, placed branch, contact person.
  outcome_facts jsonb not null default '{}',
  -- The contact person's phone, under the cohort's key.
  contact_phone_sealed bytea,
  -- How the member left the Party's rolls here, by the recorded decision; null while on them.
  reduction    text,
  reduced_on   date,
  -- Admitted or found after the roster was frozen.
  supplement_reason text,
  import_id    uuid,
  version      int not null default 1,
  created_at   timestamptz not null default now(),
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, member_id) references members (school_id, id),
  constraint graduates_once_per_cohort unique (school_id, cohort_id, member_id)
);
create index graduates_order on graduates (school_id, cohort_id, path, pinyin, id);
create index graduates_member on graduates (school_id, member_id);
call protect_member_data('graduates', 'member_id');

create function carried_by_graduate() returns trigger language plpgsql as $$
begin
  select m.pinyin, m.membership, m.relation_at_school into new.pinyin, new.membership, new.relation_at_school
  from members m where m.school_id = new.school_id and m.id = new.member_id;
  return new;
end $$;
create trigger carried before insert on graduates for each row execute function carried_by_graduate();

create function carry_to_graduates() returns trigger language plpgsql as $$
begin
  update graduates g
  set pinyin = became.pinyin, membership = became.membership, relation_at_school = became.relation_at_school
  from became join was on was.school_id = became.school_id and was.id = became.id
  where g.school_id = became.school_id and g.member_id = became.id
    and (became.pinyin, became.membership, became.relation_at_school)
      is distinct from (was.pinyin, was.membership, was.relation_at_school);
  return null;
end $$;
create trigger carried after update on members
  referencing old table as was new table as became for each statement execute function carry_to_graduates();

-- How many stand where, as differences that add up: nobody waits for another's count, and a list of 50,000 says its
-- total by adding some hundred lines. `fold` makes one line of the differences of each place.
create table graduate_tallies (
  school_id          uuid not null references schools,
  id                 bigint generated by default as identity,
  cohort_id          uuid not null,
  path               text collate "C" not null,
  outcome            text not null,
  membership         text not null,
  relation_at_school boolean not null,
  difference         int not null,
  primary key (school_id, id)
);
create index graduate_tallies_cohort on graduate_tallies (school_id, cohort_id, path);
call protect('graduate_tallies',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');

create function tally_graduates() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    insert into graduate_tallies (school_id, cohort_id, path, outcome, membership, relation_at_school, difference)
    select school_id, cohort_id, path, outcome, membership, relation_at_school, count(*) from became group by 1, 2, 3, 4, 5, 6;
  elsif tg_op = 'DELETE' then
    insert into graduate_tallies (school_id, cohort_id, path, outcome, membership, relation_at_school, difference)
    select school_id, cohort_id, path, outcome, membership, relation_at_school, -count(*) from was group by 1, 2, 3, 4, 5, 6;
  else
    insert into graduate_tallies (school_id, cohort_id, path, outcome, membership, relation_at_school, difference)
    select school_id, cohort_id, path, outcome, membership, relation_at_school, sum(one)
    from (
      select school_id, cohort_id, path, outcome, membership, relation_at_school, 1 as one from became
      union all
      select school_id, cohort_id, path, outcome, membership, relation_at_school, -1 from was
    ) as moved
    group by 1, 2, 3, 4, 5, 6 having sum(one) <> 0;
  end if;
  return null;
end $$;
create trigger tallied_new after insert on graduates
  referencing new table as became for each statement execute function tally_graduates();
create trigger tallied_gone after delete on graduates
  referencing old table as was for each statement execute function tally_graduates();
create trigger tallied_changed after update on graduates
  referencing old table as was new table as became for each statement execute function tally_graduates();

-- Which of these student numbers and ID numbers (by index) somebody outside the caller's units holds. Says that, and no more:
-- uniqueness is the school's, sight is the unit's.
create function held_elsewhere(numbers json, indexes json) returns table (number text, id_number_index text)
language sql stable security definer set search_path = public as $$
  select n.number, null from member_numbers n
  join members m on m.school_id = n.school_id and m.id = n.member_id
  where n.school_id = nullif(current_setting('app.school', true), '')::uuid
    and n.number in (select json_array_elements_text(numbers))
    and current_setting('app.reach', true) = 'unit'
    and not (m.path >= current_setting('app.path') and m.path < current_setting('app.path_end'))
  union all
  select null, encode(m.id_number_index, 'hex') from members m
  where m.school_id = nullif(current_setting('app.school', true), '')::uuid
    and m.id_number_index in (select decode(value, 'hex') from json_array_elements_text(indexes) as value)
    and current_setting('app.reach', true) = 'unit'
    and not (m.path >= current_setting('app.path') and m.path < current_setting('app.path_end'))
$$;
revoke all on function held_elsewhere(json, json) from public;
grant execute on function held_elsewhere(json, json) to qicheng_app;

-- Field by field, what an import or a correction changed; sensitive fields by name only.
create table member_changes (
  school_id  uuid not null references schools,
  id         uuid not null,
  member_id  uuid not null,
  path       text collate "C" not null,
  at         timestamptz not null default now(),
  actor_id   uuid not null,
  actor_name text not null,
  import_id  uuid,
  kind       text not null check (kind in ('created', 'changed')),
  changes    jsonb not null default '{}',
  primary key (school_id, id),
  foreign key (school_id, member_id) references members (school_id, id)
);
create index member_changes_member on member_changes (school_id, member_id);
create index member_changes_import on member_changes (school_id, import_id, id);
call protect_member_data('member_changes', 'member_id');
call append_only('member_changes');
