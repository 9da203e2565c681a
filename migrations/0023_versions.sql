-- Versions of a destination, and each track with a result of its own.

-- What a step changed of the destination, field by field: [{field, before, after}]; of sealed answers the mark alone.
alter table transfer_events add column changes jsonb;

-- Either track proves acceptance; what came of the other is told beside it, later perhaps. By which proof a track was accepted.
alter table attempts
  add column system_result_on date,
  add column system_proof text,
  add column paper_result_on date,
  add column paper_proof text;

update attempts set
  system_result_on = case system_at when 'accepted' then accepted_on when 'rejected' then rejected_on end,
  system_proof = case system_at when 'accepted' then acceptance_proof end,
  paper_result_on = case paper_at when 'accepted' then accepted_on when 'rejected' then rejected_on end,
  paper_proof = case paper_at when 'accepted' then acceptance_proof end
where system_at in ('accepted', 'rejected') or paper_at in ('accepted', 'rejected');
