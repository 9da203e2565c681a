-- Letters on paper: the printers, how each sheet was printed, who took it and by which proof. Sharding: distributed by school_id.

-- A printer feeds a little askew: what is printed on it is moved by so many millimetres, right and down, in steps of a half.
create table printers (
  school_id   uuid not null references schools,
  id          uuid not null,
  name        text not null,
  right_mm    double precision not null default 0,
  down_mm     double precision not null default 0,
  -- The day a test sheet was measured, or lay right as it was.
  tested_on   date,
  tested_name text,
  version     int not null default 1,
  primary key (school_id, id),
  constraint printers_name_unique unique (school_id, name),
  constraint printers_offset_in_halves check (
    right_mm between -30 and 30 and down_mm between -30 and 30 and right_mm * 2 = floor(right_mm * 2) and down_mm * 2 = floor(down_mm * 2)),
  constraint printers_tested_whole check ((tested_on is null) = (tested_name is null))
);
call protect_school_data('printers');

-- The printer stands by its name: the log outlives it. A job: what went to the printer in one.
alter table letter_prints add column kind text not null default 'blank' check (kind in ('blank', 'overprint'));
alter table letter_prints add column printer_name text;
alter table letter_prints add column job_id uuid;
alter table letter_prints add column job_size int;

-- The pick-up register: one line a letter. Who takes several at once leaves one act, one signature and one paper.
create table letter_handovers (
  school_id     uuid not null references schools,
  id            uuid not null,
  act_id        uuid not null,
  letter_id     uuid not null,
  member_id     uuid not null,
  path          text collate "C" not null,
  on_day        date not null,
  how           text not null check (how in ('self', 'proxy', 'confidential-mail', 'courier')),
  -- The taker's name; of mail its number.
  by_name       text not null,
  signed        text check (signed in ('screen', 'paper')),
  relation      text,
  authority     text check (authority in ('scan', 'paper')),
  approved_by   text,
  reason        text,
  signature_id  uuid,
  scan_id       uuid,
  at            timestamptz not null,
  actor_id      uuid not null,
  actor_name    text not null,
  primary key (school_id, id),
  foreign key (school_id, letter_id) references letters (school_id, id),
  foreign key (school_id, signature_id) references files (school_id, id),
  foreign key (school_id, scan_id) references files (school_id, id),
  constraint letter_handovers_once unique (school_id, letter_id),
  constraint letter_handovers_signed check ((signed is not distinct from 'screen') = (signature_id is not null)),
  constraint letter_handovers_proxy check (how <> 'proxy' or (relation is not null and authority is not null)),
  constraint letter_handovers_authority check (authority is distinct from 'scan' or scan_id is not null),
  constraint letter_handovers_courier check (how <> 'courier' or (approved_by is not null and reason is not null))
);
create index letter_handovers_member on letter_handovers (school_id, member_id);
call protect_member_data('letter_handovers', 'member_id');
revoke update, delete, truncate on letter_handovers from qicheng_app;
grant update (path, member_id) on letter_handovers to qicheng_app;

-- Members read what is held of them; staff alone enter it.
create policy entered_by_staff on letter_handovers as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit');
