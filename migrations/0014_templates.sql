-- A school's own workbook in place of the product's layout of a form.
-- Sharding: distributed by school_id.

create table form_templates (
  school_id     uuid not null references schools,
  form          text not null check (form in ('annex1', 'annex2', 'annex3')),
  file_id       uuid not null,
  file_name     text not null,
  -- Where header, rows and single values stand, as it was checked when it came.
  mapping       jsonb not null,
  uploaded_by   uuid not null,
  uploaded_name text not null,
  uploaded_at   timestamptz not null,
  version       int not null default 1,
  primary key (school_id, form),
  foreign key (school_id, file_id) references files (school_id, id)
);
call protect_school_data('form_templates');
-- Every unit fills in the forms; only the committee's own office says what they look like.
create policy kept_by_office on form_templates as restrictive for insert to qicheng_app
  with check (current_setting('app.reach') = 'unit' and current_setting('app.path') = '/1/');
create policy changed_by_office on form_templates as restrictive for update to qicheng_app
  using (current_setting('app.reach') = 'unit' and current_setting('app.path') = '/1/');
create policy removed_by_office on form_templates as restrictive for delete to qicheng_app
  using (current_setting('app.reach') = 'unit' and current_setting('app.path') = '/1/');

-- The file lies with the committee; whoever fills in the form opens this one of it.
create function form_template_file(wanted text) returns table (sha256 text, key_id uuid)
language sql stable security definer set search_path = public as $$
  select f.sha256, f.key_id from form_templates t join files f on f.school_id = t.school_id and f.id = t.file_id
  where t.school_id = nullif(current_setting('app.school', true), '')::uuid and t.form = wanted
$$;
revoke all on function form_template_file(text) from public;
grant execute on function form_template_file(text) to qicheng_app;
