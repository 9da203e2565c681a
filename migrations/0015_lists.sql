-- Lists that an administrator brings as a workbook: units, staff accounts.
-- Sharding: no new table.

-- An administrator sees no member data, and keeps the own file and what was corrected about its header all the same.
drop policy reach on files;
drop policy system_work on files;
call protect('files',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)', 'false', 'false',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)');
drop policy reach on import_mappings;
drop policy system_work on import_mappings;
call protect('import_mappings',
  'path >= (select current_setting(''app.path'')) and path < (select current_setting(''app.path_end''))',
  'false', 'false', 'false', 'path = (select current_setting(''app.path''))');

-- Which import brought an account. `must_change_password`: its password was given by somebody else.
alter table accounts add column import_id uuid;
alter table accounts add column must_change_password boolean not null default false;
create index accounts_import on accounts (school_id, import_id) where import_id is not null;

-- A password that its owner has changed is its owner's.
create function own_password() returns trigger language plpgsql security definer set search_path = public as $$
begin
  update accounts set must_change_password = false where auth_user_id = new.user_id and must_change_password;
  return null;
end $$;
create trigger changed_by_owner after update of password on auth_accounts
  for each row when (old.password is distinct from new.password) execute function own_password();

-- Opens sign-ins for accounts of the asking school: [{id, login}], without a password; nobody can sign in by them yet. Like the
-- first passwords below it is an administrator's alone (reach `none`), past the application too.
create function open_sign_ins(people json) returns void
language sql security definer set search_path = public as $$
  insert into auth_users (id, name, email, email_verified, username, display_username)
  select (p.value ->> 'id')::uuid, u.username, (p.value ->> 'id') || '@invalid', false, u.username, u.username
  from json_array_elements(people) as p
  join schools s on s.school_id = nullif(current_setting('app.school', true), '')::uuid and current_setting('app.reach', true) = 'none'
  cross join lateral (select lower(s.code || ':' || (p.value ->> 'login')) as username) as u;
  insert into auth_accounts (id, account_id, provider_id, user_id, updated_at)
  select (p.value ->> 'id')::uuid, p.value ->> 'id', 'credential', (p.value ->> 'id')::uuid, now()
  from json_array_elements(people) as p
  where nullif(current_setting('app.school', true), '') is not null and current_setting('app.reach', true) = 'none';
$$;
revoke all on function open_sign_ins(json) from public;
grant execute on function open_sign_ins(json) to qicheng_app;

-- Gives first passwords: [{account, password}], hashed. Only to staff of the asking school whose password is not their own yet.
create function give_first_passwords(given json) returns int
language plpgsql security definer set search_path = public as $$
declare
  ids uuid[];
begin
  select array_agg(a.id) into ids
  from accounts a join json_array_elements(given) as g on (g.value ->> 'account')::uuid = a.id
  where a.school_id = nullif(current_setting('app.school', true), '')::uuid and current_setting('app.reach', true) = 'none'
    and a.must_change_password and a.member_id is null;
  update auth_accounts k set password = g.value ->> 'password', updated_at = now()
  from accounts a join json_array_elements(given) as g on (g.value ->> 'account')::uuid = a.id
  where a.school_id = nullif(current_setting('app.school', true), '')::uuid and a.id = any (ids)
    and k.user_id = a.auth_user_id and k.provider_id = 'credential';
  update accounts set must_change_password = true
  where school_id = nullif(current_setting('app.school', true), '')::uuid and id = any (ids);
  return coalesce(array_length(ids, 1), 0);
end $$;
revoke all on function give_first_passwords(json) from public;
grant execute on function give_first_passwords(json) to qicheng_app;
