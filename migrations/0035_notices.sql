-- Notices (通知): written and issued by the office, acknowledged by units, forwarded to branches, with duties and their days.
-- Sharding: all distributed by school_id.

create table notices (
  school_id     uuid not null references schools,
  id            uuid not null,
  cohort_id     uuid not null,
  -- The office's own place: whoever stands there writes it.
  held_path     text collate "C" not null,
  state         text not null default 'draft' check (state in ('draft', 'issued', 'withdrawn')),
  title         text not null default '',
  number        text not null default '',
  issuer        text not null default '',
  contact_name  text not null default '',
  -- The office's telephone at work.
  contact_phone text not null default '',
  body          jsonb not null default '{"type": "doc", "content": []}',
  -- Of a draft: whom it will go to, none meaning every unit. What was issued names them one by one.
  audience      text[] collate "C" not null default '{}',
  -- Of a draft: what the units will have to do, [{text, dueOn, task}].
  duties        jsonb not null default '[]',
  -- The earlier notice that this one puts right.
  amends        uuid,
  version       int not null default 1,
  made_by       uuid not null,
  made_name     text not null,
  made_at       timestamptz not null,
  issued_on     date,
  issued_at     timestamptz,
  issued_name   text,
  -- Of words and attachments, as they were issued.
  sha256        text,
  withdrawn_on  date,
  withdrawn_name text,
  withdrawn_reason text,
  primary key (school_id, id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id),
  foreign key (school_id, amends) references notices (school_id, id),
  constraint notices_body_is_a_document check (body ->> 'type' = 'doc'),
  constraint notices_issued check ((state = 'draft') = (issued_on is null) and (state = 'draft') = (sha256 is null)),
  constraint notices_sent_to_somebody check (state = 'draft' or cardinality(audience) > 0),
  constraint notices_withdrawn check ((state = 'withdrawn') = (withdrawn_reason is not null))
);
create index notices_cohort on notices (school_id, cohort_id, issued_on, id);
-- A document number is given once, for as long as the notice stands.
create unique index notices_number_once on notices (school_id, number) where state = 'issued' and number <> '';
create index notices_amends on notices (school_id, amends) where amends is not null;

-- Each unit that has got it, from whom, and when it acknowledged.
create table notice_receipts (
  school_id    uuid not null references schools,
  notice_id    uuid not null,
  unit_id      uuid not null,
  path         text collate "C" not null,
  from_path    text collate "C" not null,
  received_on  date not null,
  acknowledged_on   date,
  acknowledged_at   timestamptz,
  acknowledged_name text,
  primary key (school_id, notice_id, unit_id),
  foreign key (school_id, notice_id) references notices (school_id, id),
  foreign key (school_id, unit_id) references org_units (school_id, id),
  constraint notice_receipts_from_above check (starts_with(path, from_path) and path <> from_path),
  constraint notice_receipts_acknowledged check (
    (acknowledged_at is null) = (acknowledged_on is null) and (acknowledged_at is null) = (acknowledged_name is null))
);
create index notice_receipts_path on notice_receipts (school_id, notice_id, path);
create index notice_receipts_unit on notice_receipts (school_id, unit_id);
call protect('notice_receipts',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');
revoke update, delete, truncate on notice_receipts from qicheng_app;
grant update (acknowledged_on, acknowledged_at, acknowledged_name) on notice_receipts to qicheng_app;
-- Given by who stands above, acknowledged by the unit itself and by nobody for it.
create policy given_from_above on notice_receipts as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and from_path = current_setting('app.path'));
create policy acknowledged_here on notice_receipts as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' and path = current_setting('app.path'));

-- A draft is the office's; what was issued is seen by whom it reached, and by the publicity office.
call protect('notices',
  '(held_path >= (select current_setting(''app.path'')) and held_path < (select current_setting(''app.path_end'')))
   or exists (select from notice_receipts r where r.school_id = notices.school_id and r.notice_id = notices.id)',
  'false', 'state <> ''draft''', 'false', 'false');
revoke truncate on notices from qicheng_app;
create policy written_by_office on notices as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and held_path = current_setting('app.path'));
create policy changed_by_office on notices as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' and held_path = current_setting('app.path'));
create policy dropped_by_office on notices as restrictive for delete to qicheng_app
  using (current_setting('app.reach') = 'unit' and held_path = current_setting('app.path') and state = 'draft');

-- What was issued stays as it was: of it nothing changes but that it is taken back.
create function keep_issued_notices() returns trigger language plpgsql as $$
begin
  if old.state = 'draft' then return new; end if;
  if old.state = 'issued' and new.state = 'withdrawn'
    and (new.title, new.number, new.issuer, new.contact_name, new.contact_phone, new.body, new.audience, new.duties, new.amends, new.sha256, new.issued_on)
      is not distinct from
      (old.title, old.number, old.issuer, old.contact_name, old.contact_phone, old.body, old.audience, old.duties, old.amends, old.sha256, old.issued_on)
  then return new; end if;
  raise exception 'An issued notice is never changed.';
end $$;
create trigger issued_stays before update on notices for each row execute function keep_issued_notices();

-- Who opened it first when: one line for each account.
create table notice_reads (
  school_id  uuid not null references schools,
  notice_id  uuid not null,
  account_id uuid not null,
  unit_id    uuid not null,
  path       text collate "C" not null,
  name       text not null,
  read_on    date not null,
  read_at    timestamptz not null,
  primary key (school_id, notice_id, account_id),
  foreign key (school_id, notice_id) references notices (school_id, id)
);
create index notice_reads_unit on notice_reads (school_id, notice_id, unit_id);
call protect('notice_reads',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');
call append_only('notice_reads');
create policy read_by_oneself on notice_reads as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and path = current_setting('app.path')
    and account_id = nullif(current_setting('app.account'), '')::uuid);

create table notice_files (
  school_id  uuid not null references schools,
  id         uuid not null,
  notice_id  uuid not null,
  held_path  text collate "C" not null,
  name       text not null,
  mime       text not null,
  size       int not null,
  -- Of the content, so that the frozen words name it.
  sha256     text not null,
  file_id    uuid not null,
  added_at   timestamptz not null,
  added_by   uuid not null,
  added_name text not null,
  primary key (school_id, id),
  foreign key (school_id, notice_id) references notices (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id)
);
create index notice_files_notice on notice_files (school_id, notice_id, id);
call protect('notice_files',
  'exists (select from notices n where n.school_id = notice_files.school_id and n.id = notice_files.notice_id)',
  'false', 'exists (select from notices n where n.school_id = notice_files.school_id and n.id = notice_files.notice_id)', 'false', 'false');
revoke update, truncate on notice_files from qicheng_app;
create policy hung_on_a_draft on notice_files as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and held_path = current_setting('app.path')
    and exists (select from notices n where n.school_id = notice_files.school_id and n.id = notice_files.notice_id and n.state = 'draft'));
create policy taken_from_a_draft on notice_files as restrictive for delete to qicheng_app
  using (current_setting('app.reach') = 'unit' and held_path = current_setting('app.path')
    and exists (select from notices n where n.school_id = notice_files.school_id and n.id = notice_files.notice_id and n.state = 'draft'));

-- The bytes lie with the office; whoever sees the notice opens them.
create function notice_file(wanted uuid) returns table (sha256 text, key_id uuid)
language sql stable security definer set search_path = public as $$
  select f.sha256, f.key_id from notice_files o
  join notices n on n.school_id = o.school_id and n.id = o.notice_id
  join files f on f.school_id = o.school_id and f.id = o.file_id
  where o.school_id = nullif(current_setting('app.school', true), '')::uuid and o.id = wanted
    and case current_setting('app.reach', true)
      when 'news' then n.state <> 'draft'
      when 'unit' then (n.held_path >= current_setting('app.path') and n.held_path < current_setting('app.path_end'))
        or exists (select from notice_receipts r where r.school_id = n.school_id and r.notice_id = n.id
          and r.path >= current_setting('app.path') and r.path < current_setting('app.path_end'))
      else false end
$$;
revoke all on function notice_file(uuid) from public;
grant execute on function notice_file(uuid) to qicheng_app;

-- A 总支 hands it on, and may add to that later; nothing of it goes away.
create table notice_forwardings (
  school_id uuid not null references schools,
  id        uuid not null,
  notice_id uuid not null,
  unit_id   uuid not null,
  by_path   text collate "C" not null,
  remarks   text not null default '',
  on_day    date not null,
  at        timestamptz not null,
  by_name   text not null,
  primary key (school_id, id),
  foreign key (school_id, notice_id) references notices (school_id, id)
);
create index notice_forwardings_notice on notice_forwardings (school_id, notice_id, by_path);
call protect('notice_forwardings',
  '(by_path >= (select current_setting(''app.path'')) and by_path < (select current_setting(''app.path_end'')))
   or (starts_with((select current_setting(''app.path'')), by_path)
     and exists (select from notice_receipts r where r.school_id = notice_forwardings.school_id and r.notice_id = notice_forwardings.notice_id))',
  'false', 'false', 'false', 'false');
call append_only('notice_forwardings');
create policy forwarded_here on notice_forwardings as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and by_path = current_setting('app.path'));

-- What is to be done by a day: set by the office with the notice, or by a 总支 as it hands it on.
create table notice_duties (
  school_id uuid not null references schools,
  id        uuid not null,
  notice_id uuid not null,
  by_path   text collate "C" not null,
  position  int not null,
  words     text not null,
  due_on    date not null,
  -- The plan's task that it is part of.
  task      text,
  set_at    timestamptz not null,
  version   int not null default 1,
  withdrawn_on     date,
  withdrawn_reason text,
  primary key (school_id, id),
  foreign key (school_id, notice_id) references notices (school_id, id),
  constraint notice_duties_withdrawn check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create index notice_duties_notice on notice_duties (school_id, notice_id, by_path, position);
call protect('notice_duties',
  '(by_path >= (select current_setting(''app.path'')) and by_path < (select current_setting(''app.path_end'')))
   or (starts_with((select current_setting(''app.path'')), by_path)
     and exists (select from notice_receipts r where r.school_id = notice_duties.school_id and r.notice_id = notice_duties.notice_id))',
  'false', 'false', 'false', 'false');
revoke update, delete, truncate on notice_duties from qicheng_app;
grant update (version, withdrawn_on, withdrawn_reason) on notice_duties to qicheng_app;
create policy set_here on notice_duties as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and by_path = current_setting('app.path'));
create policy withdrawn_here on notice_duties as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' and by_path = current_setting('app.path'));

-- How far each unit is with each of them.
create table notice_works (
  school_id   uuid not null references schools,
  duty_id     uuid not null,
  notice_id   uuid not null,
  unit_id     uuid not null,
  path        text collate "C" not null,
  by_path     text collate "C" not null,
  state       text not null default 'open' check (state in ('open', 'reported', 'noted')),
  done_on     date,
  done_name   text,
  remark      text not null default '',
  noted_on    date,
  -- Why it came back the last time: from above, or by the unit's own word.
  back_reason text,
  -- How far it was chased by itself.
  chased      text not null default 'none' check (chased in ('none', 'before', 'after', 'above')),
  version     int not null default 1,
  primary key (school_id, duty_id, unit_id),
  foreign key (school_id, duty_id) references notice_duties (school_id, id),
  foreign key (school_id, notice_id, unit_id) references notice_receipts (school_id, notice_id, unit_id),
  constraint notice_works_done check ((state = 'open') = (done_on is null) and (done_on is null) = (done_name is null)),
  constraint notice_works_noted check ((state = 'noted') = (noted_on is not null))
);
create index notice_works_notice on notice_works (school_id, notice_id, path);
create index notice_works_open on notice_works (school_id, unit_id) where state = 'open';
call protect('notice_works',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');
revoke update, delete, truncate on notice_works from qicheng_app;
grant update (state, done_on, done_name, remark, noted_on, back_reason, chased, version) on notice_works to qicheng_app;
create policy given_with_the_duty on notice_works as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and by_path = current_setting('app.path'));
-- By who does it, or by who set it; nobody else above writes into it.
create policy worked_on on notice_works as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit'
    and (path = current_setting('app.path') or (by_path >= current_setting('app.path') and by_path < current_setting('app.path_end'))));

-- Which unit was chased on a day, so that none is chased twice.
create table notice_chases (
  school_id uuid not null references schools,
  notice_id uuid not null,
  unit_id   uuid not null,
  path      text collate "C" not null,
  on_day    date not null,
  chased_by uuid not null,
  primary key (school_id, notice_id, unit_id, on_day),
  foreign key (school_id, notice_id) references notices (school_id, id)
);
call protect('notice_chases',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'false');
call append_only('notice_chases');
