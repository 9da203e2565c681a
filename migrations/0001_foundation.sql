-- Roles, the wall between schools and units, and the schools themselves.
-- Sharding: schools, data_keys distributed by school_id; installation reference.

do $$
declare
  wanted text;
begin
  foreach wanted in array array['qicheng_app', 'qicheng_auth', 'qicheng_receipts', 'qicheng_system'] loop
    -- Roles belong to the cluster: another database of it may be making the same ones at this moment.
    begin
      execute format('create role %I nologin', wanted);
    exception when duplicate_object or unique_violation then
      null;
    end;
    begin
      execute format('grant %I to current_user', wanted);
    exception when unique_violation or internal_error then -- "tuple concurrently updated" is an internal_error
      if not pg_has_role(current_user, wanted, 'member') then raise; end if;
    end;
    execute format('grant usage on schema public to %I', wanted);
  end loop;
end $$;

-- Row security of a table with member data: one policy, total over the reaches. Each argument says which rows of
-- its own school a reach may see and write; `system` work passes. A setting is asked for in a subquery, so that it is
-- read once for a statement and not once for each of 50,000 rows.
create procedure protect(target regclass, unit text, own text, news text, code text, no_reach text) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format(
    'create policy reach on %s to qicheng_app, qicheng_receipts using (
       school_id = (select nullif(current_setting(''app.school'', true), '''')::uuid)
       and case (select current_setting(''app.reach'', true))
         when ''unit'' then %s when ''own'' then %s when ''news'' then %s when ''code'' then %s when ''none'' then %s else false end)',
    target, unit, own, news, code, no_reach);
  execute format('create policy system_work on %s to qicheng_system using (true)', target);
  execute format('grant select, insert, update, delete on %s to qicheng_app, qicheng_system', target);
end $$;

-- The common case: rows that carry the branch's path and belong to one member.
create procedure protect_member_data(target regclass, owner_column text) language plpgsql as $$
begin
  call protect(target,
    'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
    format('%I = (select nullif(current_setting(''app.member''), '''')::uuid)', owner_column),
    'false', 'false', 'false');
end $$;

-- Rows without member data: everybody of the school.
create procedure protect_school_data(target regclass) language plpgsql as $$
begin
  call protect(target, 'true', 'true', 'true', 'true', 'true');
end $$;

-- What is written stays: no update, no delete.
create procedure append_only(target regclass) language plpgsql as $$
begin
  execute format('revoke update, delete, truncate on %s from qicheng_app, qicheng_system', target);
end $$;

create table installation (
  one             boolean primary key default true check (one),
  key_fingerprint text not null,
  demonstration   boolean not null default false,
  demo_day        date
);
grant select, insert, update on installation to qicheng_system;
grant select on installation to qicheng_app;

create table schools (
  school_id      uuid primary key,
  code           text not null,
  name           text not null,
  committee_name text not null,
  division_code  text not null,
  -- The character group before 组介 in letter numbers.
  letter_prefix  text not null,
  contact        jsonb not null default '{}',
  created_at     timestamptz not null default now(),
  constraint schools_code_unique unique (code),
  constraint schools_code_plain check (code ~ '^[a-z0-9]{2,20}$')
);
call protect_school_data('schools');

-- A data key for each cohort (scope_id = cohort), and one for members without a cohort (scope_id = school).
create table data_keys (
  school_id    uuid not null references schools,
  id           uuid not null,
  scope_id     uuid not null,
  wrapped      bytea,
  created_at   timestamptz not null default now(),
  destroyed_at timestamptz,
  primary key (school_id, id),
  constraint data_keys_one_per_scope unique (school_id, scope_id),
  constraint data_keys_wrapped_until_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
call protect_school_data('data_keys');
