-- What graduates say about the data that is held of them: what they type, what they propose, with which papers.
-- Sharding: distributed by school_id.

-- What a graduate has typed and not handed in: nobody else's to read.
create table correction_drafts (
  school_id    uuid not null references schools,
  member_id    uuid not null,
  texts_sealed bytea not null,
  key_id       uuid not null,
  kept_at      timestamptz not null,
  -- No foreign key: what nobody has handed in holds nobody back.
  primary key (school_id, member_id)
);
call protect('correction_drafts', 'false', 'member_id = (select nullif(current_setting(''app.member''), '''')::uuid)', 'false', 'false', 'false');

create table correction_proposals (
  school_id      uuid not null references schools,
  id             uuid not null,
  cohort_id      uuid not null,
  graduate_id    uuid not null,
  member_id      uuid not null,
  path           text collate "C" not null,
  -- Which fields, in the order of the form. What they said and shall say stands sealed, with the member's reason.
  fields         jsonb not null,
  changes_sealed bytea not null,
  key_id         uuid not null,
  state          text not null check (state in ('open', 'accepted', 'partly', 'refused', 'withdrawn')),
  proposed_at    timestamptz not null,
  decided_at     timestamptz,
  decided_by     uuid,
  decided_name   text,
  decided_reason text,
  -- Of the fields those that were taken over.
  accepted       jsonb not null default '[]',
  version        int not null default 1,
  primary key (school_id, id),
  foreign key (school_id, graduate_id) references graduates (school_id, id),
  constraint correction_proposals_decided_whole check (
    (state in ('accepted', 'partly', 'refused')) = (decided_by is not null) and (decided_by is null) = (decided_name is null)),
  constraint correction_proposals_refused_with_reason check (state not in ('partly', 'refused') or decided_reason is not null)
);
create unique index correction_proposals_one_open on correction_proposals (school_id, member_id) where state = 'open';
create index correction_proposals_path on correction_proposals (school_id, cohort_id, path, id);
create index correction_proposals_member on correction_proposals (school_id, member_id, id);
call protect_member_data('correction_proposals', 'member_id');

-- A member proposes and the branch decides, past the application too.
create policy proposed_by_member on correction_proposals as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'own' and state = 'open');
create policy decided_by_staff on correction_proposals as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' or state = 'open')
  with check (current_setting('app.reach') = 'unit' or state in ('open', 'withdrawn'));
revoke delete, truncate on correction_proposals from qicheng_app;

-- A photograph or a PDF that a member shows for a correction; it waits until a proposal takes it along.
create table correction_evidence (
  school_id   uuid not null references schools,
  id          uuid not null,
  member_id   uuid not null,
  path        text collate "C" not null,
  file_id     uuid not null,
  mime        text not null,
  size        int not null,
  proposal_id uuid,
  added_at    timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, file_id) references files (school_id, id),
  foreign key (school_id, proposal_id) references correction_proposals (school_id, id)
);
create index correction_evidence_member on correction_evidence (school_id, member_id);
create index correction_evidence_proposal on correction_evidence (school_id, proposal_id) where proposal_id is not null;
call protect_member_data('correction_evidence', 'member_id');

-- A change that a member proposed or made: which proposal it goes back to.
alter table member_changes add column proposal_id uuid;

-- Whom a member's proposal goes to: a graduate sees no posts but the own.
create function keepers_of_own_branch(today date) returns table (account_id uuid, role text)
language sql stable security definer set search_path = public as $$
  select p.account_id, p.role from posts p join accounts a on a.school_id = p.school_id and a.id = p.account_id
  where p.school_id = nullif(current_setting('app.school', true), '')::uuid
    and current_setting('app.reach', true) = 'own'
    and (p.path = current_setting('app.path') and p.role in ('branch-teacher', 'direct-branch')
      or current_setting('app.path') like p.path || '%' and p.role = 'general-branch')
    and a.disabled_on is null
    and (p.starts_on is null or p.starts_on <= today) and (p.ends_on is null or today <= p.ends_on)
$$;
revoke all on function keepers_of_own_branch(date) from public;
grant execute on function keepers_of_own_branch(date) to qicheng_app;

-- Who has seen a member's numbers in full: the log is not theirs to read, but this of it is about them.
create index audit_entries_revealed on audit_entries (school_id, id)
  where verb in ('members.revealed', 'transfer.revealed', 'evidence.opened', 'submission.exported', 'roster.exported');
create function own_accesses() returns table (at timestamptz, actor_name text, role text, verb text, reason text)
language sql stable security definer set search_path = public as $$
  select e.at, e.actor_name, e.role, e.verb, e.after ->> 'reason' from audit_entries e
  where e.school_id = nullif(current_setting('app.school', true), '')::uuid
    and current_setting('app.reach', true) = 'own'
    and case e.verb
      when 'members.revealed' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'evidence.opened' then e.after -> 'members' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'submission.exported' then e.after -> 'memberIds' @> to_jsonb(nullif(current_setting('app.member', true), ''))
      when 'transfer.revealed' then exists (
        select from transfers t where t.school_id = e.school_id and t.id = e.subject_id
          and t.member_id = nullif(current_setting('app.member', true), '')::uuid)
      -- The log names no people here: a list of units among which the member's is.
      when 'roster.exported' then e.after -> 'full' = 'true' and current_setting('app.path') like e.path || '%'
      else false end
  order by e.id desc limit 500
$$;
revoke all on function own_accesses() from public;
grant execute on function own_accesses() to qicheng_app;
