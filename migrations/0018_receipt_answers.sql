-- The public page /r/{code}: what it may know of a letter, what a receiver answers, how often was tried.
-- Sharding: receipt_answers is distributed by school_id; receipt_tries belongs to no school and stays with the page.

-- The page's share of a letter. The proof is the hash of code, number and last four digits together: who has the database
-- alone learns neither from it. Null where no code was printed.
alter table letters add column receipt_proof bytea;
alter table letters add column receipt_until date;
alter table letters add column from_name text;
alter table letters add column to_name text;
alter table letters add constraint letters_receipt_whole check (
  receipt_proof is null
  or (receipt_code_hash is not null and receipt_until is not null and from_name is not null and to_name is not null));

create table receipt_answers (
  school_id      uuid not null references schools,
  id             uuid not null,
  letter_id      uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
  answer         text not null check (answer in ('received', 'relayed', 'not-ours')),
  relayed_to     text,
  reason         text,
  handler        text not null,
  -- Phone and remark, under a key derived from the code: the page has no other. The code stands in the letter's sealed content.
  contact_sealed bytea not null,
  on_day         date not null,
  at             timestamptz not null default now(),
  -- Told to the case.
  taken_at       timestamptz,
  -- Set aside, or confirmed as passed on: whoever holds the paper may answer again.
  reopened_on    date,
  primary key (school_id, id),
  foreign key (school_id, letter_id) references letters (school_id, id),
  constraint receipt_answers_say_where check ((answer = 'relayed') = (relayed_to is not null)),
  constraint receipt_answers_say_why check ((answer = 'not-ours') = (reason is not null))
);
create unique index receipt_answers_one_standing on receipt_answers (school_id, letter_id) where reopened_on is null;
create index receipt_answers_waiting on receipt_answers (school_id, id) where taken_at is null;
create index receipt_answers_letter on receipt_answers (school_id, letter_id);
create index receipt_answers_member on receipt_answers (school_id, member_id);
call protect_member_data('receipt_answers', 'member_id');
-- Nobody at the school answers for the receiver: rows come through answer_receipt alone, and what they say stays.
revoke insert, update, delete, truncate on receipt_answers from qicheng_app, qicheng_system;
grant update (taken_at, reopened_on, path, member_id) on receipt_answers to qicheng_app, qicheng_system;

-- Tries that proved nothing, within an hour of the first: by the hash of a code or of an address.
create table receipt_tries (
  subject bytea primary key,
  since   timestamptz not null,
  tries   int not null
);
grant select, update, delete on receipt_tries to qicheng_system;

create function count_receipt_try(what bytea) returns int
language sql set search_path = public as $$
  insert into receipt_tries as t (subject, since, tries) values (what, now(), 1)
  on conflict (subject) do update set
    tries = case when t.since <= now() - interval '1 hour' then 1 else t.tries + 1 end,
    since = case when t.since <= now() - interval '1 hour' then now() else t.since end
  returning tries
$$;
revoke all on function count_receipt_try(bytea) from public;

-- How a proven letter stands, and no more of it than the page then says.
create function receipt_standing(wanted_school uuid, wanted uuid) returns json
language sql stable set search_path = public as $$
  select case
    when l.state = 'voided' then json_build_object(
      'standing', 'voided', 'on', l.voided_on,
      'reissued', exists (
        select from letters n where n.school_id = l.school_id and n.member_id = l.member_id and n.transfer_id = l.transfer_id
          and n.state = 'issued'))
    when a.id is not null then json_build_object('standing', 'answered', 'on', a.on_day, 'answer', a.answer)
    when l.received_on is not null then json_build_object('standing', 'received', 'on', l.received_on)
    else json_build_object(
      'standing', 'open', 'number', l.number_text, 'name', l.member_name, 'addressee', l.addressee_name,
      'from', l.from_name, 'to', l.to_name, 'issuedOn', l.issued_on, 'validUntil', l.valid_until, 'committee', s.committee_name)
    end
  from letters l
  join schools s on s.school_id = l.school_id
  left join receipt_answers a on a.school_id = l.school_id and a.letter_id = l.id and a.reopened_on is null
  where l.school_id = wanted_school and l.id = wanted
$$;
revoke all on function receipt_standing(uuid, uuid) from public;

-- The letter of a code, where the proof fits, its time has not run out and the plan in force has the page switched on.
create function proven_letter(code bytea, proof bytea, today date) returns table (school uuid, letter uuid)
language sql stable set search_path = public as $$
  select l.school_id, l.id from letters l
  where l.receipt_code_hash = code and l.receipt_proof = proof and l.receipt_until >= today
    and (select (p.body ->> 'publicPage')::boolean from plans p
      where p.school_id = l.school_id and p.cohort_id = l.cohort_id order by p.version desc limit 1)
$$;
revoke all on function proven_letter(bytea, bytea, date) from public;

-- One try: 20 an hour for a code, 60 for an address; one that proves itself is not counted. Whatever else is wrong is refused alike.
create function open_receipt(code bytea, proof bytea, address bytea, today date) returns json
language plpgsql security definer set search_path = public as $$
declare
  held record;
begin
  if count_receipt_try(address) > 60 then return json_build_object('standing', 'locked'); end if;
  if count_receipt_try(code) > 20 then return json_build_object('standing', 'locked'); end if;
  select * into held from proven_letter(code, proof, today);
  if held.letter is null then return json_build_object('standing', 'refused'); end if;
  update receipt_tries set tries = tries - 1 where subject in (address, code);
  return receipt_standing(held.school, held.letter);
end $$;
revoke all on function open_receipt(bytea, bytea, bytea, date) from public;
grant execute on function open_receipt(bytea, bytea, bytea, date) to qicheng_receipts;

-- The answer to an open letter; of two at once the second hears how it stands now.
create function answer_receipt(code bytea, proof bytea, address bytea, today date, given json) returns json
language plpgsql security definer set search_path = public as $$
declare
  held    record;
  standing json := open_receipt(code, proof, address, today);
begin
  if standing ->> 'standing' <> 'open' then return standing; end if;
  select l.school_id, l.id, l.member_id, l.path into held
  from letters l join proven_letter(code, proof, today) p on p.school = l.school_id and p.letter = l.id for update of l;
  standing := receipt_standing(held.school_id, held.id);
  if standing ->> 'standing' <> 'open' then return standing; end if;
  insert into receipt_answers (school_id, id, letter_id, member_id, path, answer, relayed_to, reason, handler, contact_sealed, on_day)
  values (held.school_id, (given ->> 'id')::uuid, held.id, held.member_id, held.path, given ->> 'answer', given ->> 'relayedTo',
    given ->> 'reason', given ->> 'handler', decode(given ->> 'contact', 'base64'), today);
  return json_build_object('standing', 'kept');
end $$;
revoke all on function answer_receipt(bytea, bytea, bytea, date, json) from public;
grant execute on function answer_receipt(bytea, bytea, bytea, date, json) to qicheng_receipts;
