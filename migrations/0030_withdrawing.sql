-- As in 0026, and inside the caller's own scope: a unit takes back what it sent itself.
create or replace function withdraw_arrivals(attempts json) returns int language sql security definer set search_path = public as $$
  with gone as (
    update arrivals set state = 'withdrawn', version = version + 1
    where from_school_id = nullif(current_setting('app.school', true), '')::uuid and current_setting('app.reach', true) = 'unit'
      and from_attempt_id in (
        select a.id from json_array_elements_text(attempts) as named
        join attempts a on a.school_id = from_school_id and a.id = named.value::uuid
        where a.path >= current_setting('app.path') and a.path < current_setting('app.path_end'))
      and state = 'waiting'
    returning 1)
  select count(*)::int from gone
$$;
