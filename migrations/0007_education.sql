-- The five items: one row a confirmation. A wrong one is revoked, never removed. Sharding: distributed by school_id.

create table item_confirmations (
  school_id       uuid not null references schools,
  id              uuid not null,
  cohort_id       uuid not null,
  graduate_id     uuid not null,
  member_id       uuid not null,
  path            text collate "C" not null,
  item            text not null,
  done_on         date not null,
  evidence        text not null,
  confirmed_by    uuid not null,
  confirmed_name  text not null,
  confirmed_at    timestamptz not null default now(),
  revoked_at      timestamptz,
  revoked_by      uuid,
  revoked_reason  text,
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint item_confirmations_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null))
);
create unique index item_confirmations_once_a_day on item_confirmations (school_id, graduate_id, item, done_on) where revoked_at is null;
create index item_confirmations_path on item_confirmations (school_id, cohort_id, path, item) where revoked_at is null;
create index item_confirmations_graduate on item_confirmations (school_id, graduate_id);
call protect_member_data('item_confirmations', 'member_id');

-- A member reads their own and confirms nothing, not even past the application.
create policy confirmed_by_staff on item_confirmations as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit');
create policy revoked_by_staff on item_confirmations as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit');

-- What was confirmed stays as it was: only a revocation, or the branch of a member who moved, is written later.
revoke update, delete, truncate on item_confirmations from qicheng_app;
grant update (path, revoked_at, revoked_by, revoked_reason) on item_confirmations to qicheng_app;
