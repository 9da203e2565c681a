-- A version of a plan says who saved it and why. Sharding: as plans, by school_id.
alter table plans
  add column saved_name text,
  add column reason text;
