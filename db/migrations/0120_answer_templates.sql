-- Wordings that answers begin with: of one unit, or of all (unit_id null). Retired, never deleted: an answer may have begun with it.
create table answer_templates (
  authority_id integer not null references authorities (id),
  id uuid not null,
  unit_id uuid,
  version integer not null check (version > 0),
  retired_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, unit_id) references units (authority_id, id)
);
create index answer_templates_of_unit on answer_templates (authority_id, unit_id, id desc);

create table answer_template_versions (
  authority_id integer not null,
  template_id uuid not null,
  version integer not null check (version > 0),
  title text not null check (char_length(title) between 1 and 150),
  outcome text not null check (outcome in ('solved', 'promised', 'explained', 'noCompetence', 'cannot')),
  text text not null check (char_length(text) between 1 and 10000),
  written_by text not null,
  written_at timestamptz not null,
  primary key (authority_id, template_id, version),
  foreign key (authority_id, template_id) references answer_templates (authority_id, id)
);
