-- One press on many cases. Each case is its own act in its own transaction; a row without a result was not reached and can be taken up.
create table bulk_acts (
  authority_id integer not null references authorities (id),
  id uuid not null,
  act text not null check (act in ('assign', 'clear', 'export')),
  -- Assignment: the desk.
  unit text,
  officer text,
  started_by text not null references auth_users (id),
  started_at timestamptz not null,
  primary key (authority_id, id)
);

create table bulk_act_cases (
  authority_id integer not null,
  bulk_id uuid not null,
  position smallint not null check (position between 0 and 199),
  -- As it was chosen: it may name a case that this person may not see.
  code text not null,
  -- Version of the case that the person saw in the preview.
  version integer not null,
  -- `done`, or the code of the refusal; null while it was not reached.
  result text,
  primary key (authority_id, bulk_id, position),
  unique (authority_id, bulk_id, code),
  foreign key (authority_id, bulk_id) references bulk_acts (authority_id, id)
);
