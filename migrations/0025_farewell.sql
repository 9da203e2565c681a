-- 告知书 read and signed, 离校谈话 held. Sharding: distributed by school_id.

create table farewells (
  school_id      uuid not null references schools,
  id             uuid not null,
  cohort_id      uuid not null,
  graduate_id    uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
  kind           text not null check (kind in ('notice', 'talk')),
  on_day         date not null,
  how            text not null,
  -- Who held the talk; of a notice who took the signed paper, or the member.
  by_name        text not null,
  note           text not null default '',
  -- Of a notice signed online: the text that was read.
  text_sha256    text,
  recorded_by    uuid not null,
  recorded_name  text not null,
  recorded_at    timestamptz not null,
  revoked_at     timestamptz,
  revoked_by     uuid,
  revoked_reason text,
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint farewells_revoked_with_reason check ((revoked_at is null) = (revoked_reason is null)),
  constraint farewells_read_online check ((how = 'online') = (text_sha256 is not null))
);
create unique index farewells_once on farewells (school_id, graduate_id, kind) where revoked_at is null;
create index farewells_path on farewells (school_id, cohort_id, path, kind) where revoked_at is null;
create index farewells_member on farewells (school_id, member_id);
call protect_member_data('farewells', 'member_id');
revoke update, delete, truncate on farewells from qicheng_app;
grant update (path, revoked_at, revoked_by, revoked_reason) on farewells to qicheng_app;

-- A member signs the own notice online and nothing else, past the application too.
create policy recorded_by_staff on farewells as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' or (current_setting('app.reach') = 'own' and kind = 'notice' and how = 'online'));
create policy revoked_by_staff on farewells as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit') with check (current_setting('app.reach') = 'unit');

-- As in 0016, and what was signed and said goes along.
create or replace function join_entries(gone uuid, kept uuid, account uuid) returns void
language plpgsql security definer set search_path = public as $$
declare
  school uuid := nullif(current_setting('app.school', true), '')::uuid;
  held   int;
begin
  select count(distinct g.id) into held from graduates g join graduates o on o.school_id = g.school_id and o.cohort_id = g.cohort_id
  where g.school_id = school and g.id in (gone, kept) and o.id in (gone, kept) and o.id <> g.id
    and current_setting('app.reach', true) = 'unit'
    and g.path >= current_setting('app.path') and g.path < current_setting('app.path_end');
  if held <> 2 then raise exception 'join_entries: not two entries of one year in the scope'; end if;
  update item_confirmations c set revoked_at = now(), revoked_by = account, revoked_reason = '合并重复的人：同日已确认'
  where c.school_id = school and c.graduate_id = gone and c.revoked_at is null and exists (
    select from item_confirmations o where o.school_id = school and o.graduate_id = kept and o.item = c.item
      and o.done_on = c.done_on and o.revoked_at is null);
  update item_confirmations set graduate_id = kept where school_id = school and graduate_id = gone;
  update graduate_notes set graduate_id = kept where school_id = school and graduate_id = gone;
  update outcome_papers set graduate_id = kept where school_id = school and graduate_id = gone;
  update farewells f set revoked_at = now(), revoked_by = account, revoked_reason = '合并重复的人：已有一次'
  where f.school_id = school and f.graduate_id = gone and f.revoked_at is null and exists (
    select from farewells o where o.school_id = school and o.graduate_id = kept and o.kind = f.kind and o.revoked_at is null);
  update farewells set graduate_id = kept where school_id = school and graduate_id = gone;
end $$;
