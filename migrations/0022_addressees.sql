-- The dictionary of addressees: former names, what was accepted, and by whom. Sharding: distributed by school_id.

alter table addressees
  add column accepted    int not null default 0,
  add column accepted_on date;

-- Names of entries that were merged into another: found by them still, and addressed by the present name.
create table addressee_names (
  school_id    uuid not null references schools,
  name         text not null,
  pinyin       text not null,
  addressee_id uuid not null,
  primary key (school_id, name),
  foreign key (school_id, addressee_id) references addressees on delete cascade
);
create index addressee_names_of on addressee_names (school_id, addressee_id);
call protect_school_data('addressee_names');

-- Who took whose people: an employer's name without spaces, and where that is; '' where it was not said.
create table addressee_lessons (
  school_id     uuid not null references schools,
  addressee_id  uuid not null,
  employer      text not null,
  division_code text not null,
  accepted      int not null,
  last_on       date not null,
  primary key (school_id, addressee_id, employer, division_code),
  foreign key (school_id, addressee_id) references addressees on delete cascade
);
create index addressee_lessons_employer on addressee_lessons (school_id, employer) where employer <> '';
create index addressee_lessons_division on addressee_lessons (school_id, division_code) where division_code <> '';
call protect_school_data('addressee_lessons');
