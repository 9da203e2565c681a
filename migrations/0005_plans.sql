-- Cohorts and their plans. Sharding: distributed by school_id.

create table cohorts (
  school_id  uuid not null references schools,
  id         uuid not null,
  year       int not null,
  name       text not null,
  created_at timestamptz not null default now(),
  primary key (school_id, id),
  constraint cohorts_year_unique unique (school_id, year)
);
call protect_school_data('cohorts');

-- Every version stays; the newest is in force.
create table plans (
  school_id  uuid not null references schools,
  cohort_id  uuid not null,
  version    int not null,
  body       jsonb not null,
  saved_by   uuid,
  saved_at   timestamptz not null default now(),
  primary key (school_id, cohort_id, version),
  foreign key (school_id, cohort_id) references cohorts (school_id, id)
);
call protect_school_data('plans');
call append_only('plans');
