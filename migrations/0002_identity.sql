-- better-auth's own tables: the named exception to `school_id` first.
-- Sharding: local.

create table auth_users (
  id uuid primary key default gen_random_uuid(),
  name text not null,
  email text not null unique,
  email_verified boolean not null,
  image text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp,
  username text unique,
  display_username text
);
create table auth_sessions (
  id uuid primary key default gen_random_uuid(),
  expires_at timestamptz not null,
  token text not null unique,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null,
  ip_address text,
  user_agent text,
  user_id uuid not null references auth_users (id) on delete cascade
);
create table auth_accounts (
  id uuid primary key default gen_random_uuid(),
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references auth_users (id) on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null
);
create table auth_verifications (
  id uuid primary key default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default current_timestamp,
  updated_at timestamptz not null default current_timestamp
);
create table auth_rate_limits (
  id uuid primary key default gen_random_uuid(),
  key text not null unique,
  count integer not null,
  last_request bigint not null
);
create index auth_sessions_user_id_idx on auth_sessions (user_id);
create index auth_accounts_user_id_idx on auth_accounts (user_id);
create index auth_verifications_identifier_idx on auth_verifications (identifier);

grant select, insert, update, delete on auth_users, auth_sessions, auth_accounts, auth_verifications, auth_rate_limits to qicheng_auth;
-- New people are signed up by the system's own work (import, seed, the administrator's form).
grant select, insert, update, delete on auth_users, auth_accounts to qicheng_system;
