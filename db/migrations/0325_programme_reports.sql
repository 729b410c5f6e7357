-- What an agency reports of its programme for one period; a plan asks once a period and agency.
create table programme_reports (
  authority_id integer not null,
  id uuid not null,
  -- PL-BC-2026-00012.
  code text not null,
  plan_id uuid not null,
  programme_id uuid not null,
  unit_id uuid not null,
  every text not null check (every in ('quarter', 'half-year', 'year')),
  period text not null,
  from_on date not null,
  to_on date not null,
  due_on date not null,
  -- First day on which it is late, by the office calendar.
  late_from date not null,
  status text not null check (status in ('requested', 'submitted', 'accepted')),
  version integer not null default 1,
  -- The agency's own words.
  result text,
  obstacles text,
  proposals text,
  -- Figures and items as they stood when it was submitted.
  data jsonb,
  requested_on date not null,
  submitted_on date,
  submitted_by text,
  accepted_on date,
  updated_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, code),
  unique (authority_id, programme_id, period),
  foreign key (authority_id, plan_id) references programmes (authority_id, id),
  foreign key (authority_id, programme_id) references programmes (authority_id, id),
  foreign key (authority_id, unit_id) references units (authority_id, id),
  check (to_on >= from_on),
  check (status = 'requested' or (submitted_on is not null and data is not null and result is not null)),
  check (status <> 'accepted' or accepted_on is not null)
);
create index programme_reports_of_plan on programme_reports (authority_id, plan_id, to_on desc, unit_id);
create index programme_reports_of_unit on programme_reports (authority_id, unit_id, status, late_from, id);
create index programme_reports_due on programme_reports (authority_id, late_from, id) where status = 'requested';
