-- What earlier years left open (往届未了), entered by import. Sharding: carryovers is distributed by school_id.

-- A letter that was issued before this system kept the ledger. Its number is a text of another series: below the year's own
-- it stands under -1, -2, … and the series goes on as if it were not there. Of its paper nothing is kept.
alter table letters add column outside boolean not null default false;
alter table letters alter column content_sealed drop not null;
alter table letters alter column content_sha256 drop not null;
alter table letters add constraint letters_outside_below_the_series check (outside = (number < 0));
alter table letters add constraint letters_own_with_paper
  check (outside or (content_sealed is not null and content_sha256 is not null));
alter table letters add constraint letters_number_text_unique unique (school_id, year, number_text);

-- Who was carried over, and what was open then; from there on the case, the outcome of study and the letter say how it stands.
create table carryovers (
  school_id    uuid not null references schools,
  id           uuid not null,
  cohort_id    uuid not null,
  graduate_id  uuid not null,
  member_id    uuid not null,
  path         text collate "C" not null,
  import_id    uuid not null,
  matter       text not null check (matter in ('retained', 'delayed', 'unreturned')),
  -- False where the roster knew the person before.
  brought      boolean not null,
  -- An earlier student number that was added to a person the roster knew.
  added_number text,
  primary key (school_id, id),
  constraint carryovers_once unique (school_id, graduate_id),
  foreign key (school_id, cohort_id) references cohorts (school_id, id)
);
create index carryovers_member on carryovers (school_id, member_id);
call protect_member_data('carryovers', 'member_id');

-- A carry-over is taken back: the cases that it opened and that nobody has touched since. Their story is only ever added to,
-- so that no request can remove it; asked in the scope of a unit that holds them.
create function drop_untouched_carryovers(cases json) returns int
language plpgsql security definer set search_path = public as $$
declare
  school uuid := nullif(current_setting('app.school', true), '')::uuid;
  ids    uuid[];
begin
  select array_agg(t.id) into ids
  from transfers t
  join carryovers c on c.school_id = t.school_id and c.graduate_id = t.graduate_id
  where t.school_id = school and t.id in (select value::uuid from json_array_elements_text(cases) as value)
    and current_setting('app.reach', true) = 'unit'
    and t.path >= current_setting('app.path') and t.path < current_setting('app.path_end')
    and t.version = 1
    and not exists (select from transfer_events e where e.school_id = school and e.transfer_id = t.id and e.step <> 'carry-over');
  delete from transfer_events where school_id = school and transfer_id = any (ids);
  delete from attempts where school_id = school and transfer_id = any (ids);
  delete from transfers where school_id = school and id = any (ids);
  return coalesce(array_length(ids, 1), 0);
end $$;
revoke all on function drop_untouched_carryovers(json) from public;
grant execute on function drop_untouched_carryovers(json) to qicheng_app;
