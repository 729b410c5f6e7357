-- Who settles a complaint the second time: the authority above, since when. Hosted here, or elsewhere with its name and address.
create table authority_superiors (
  authority_id integer not null references authorities (id),
  valid_from date not null,
  superior_id integer references authorities (id),
  name text not null,
  address text not null default '',
  document_number text not null,
  set_by text,
  set_at timestamptz not null default now(),
  primary key (authority_id, valid_from),
  check (superior_id is distinct from authority_id)
);

alter table petitions
  add column appealed_on date,
  -- With appeal_of: the case that was settled first, which may lie with another authority of this installation.
  add column appeal_of_authority integer references authorities (id);
