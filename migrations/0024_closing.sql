-- The final account of a unit: signed when nobody is open any more. Kept as it was signed. Sharding: distributed by school_id.

create table final_accounts (
  school_id      uuid not null references schools,
  id             uuid not null,
  cohort_id      uuid not null,
  unit_id        uuid not null,
  path           text collate "C" not null,
  on_day         date not null,
  -- The terms of the closing equation, for statistics after the purge.
  figures        jsonb not null,
  -- Everything on the paper, sealed; frozen when signed.
  content_sealed bytea not null,
  content_sha256 text not null,
  key_id         uuid not null,
  signed_by      uuid not null,
  signed_name    text not null,
  created_at     timestamptz not null default now(),
  primary key (school_id, id)
);
create index final_accounts_unit on final_accounts (school_id, cohort_id, unit_id, id);
call protect('final_accounts',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))', 'false', 'false', 'false', 'false');
call append_only('final_accounts');
