-- The address under which somebody's calendar program reads their activities and due days. Sharding: distributed by school_id.

create table calendar_feeds (
  school_id  uuid not null references schools,
  account_id uuid not null,
  -- Of the address's last part. Whoever has the database alone can read no calendar.
  code_hash  bytea not null,
  made_at    timestamptz not null,
  read_on    date,
  primary key (school_id, account_id),
  foreign key (school_id, account_id) references accounts (school_id, id)
);
create unique index calendar_feeds_code on calendar_feeds (code_hash);
call protect('calendar_feeds',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)',
  'false',
  'account_id = (select nullif(current_setting(''app.account''), '''')::uuid)');
