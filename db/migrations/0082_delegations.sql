-- Who signs for the chairman on which days, by which document. Complaints only where the document says so and the law lets it.
create table signing_delegations (
  authority_id integer not null references authorities (id),
  id uuid not null,
  from_person text not null,
  to_person text not null,
  from_on date not null,
  to_on date not null,
  complaints boolean not null,
  document_number text not null,
  made_by text not null,
  made_at timestamptz not null,
  -- Last day, when it was ended before its time; the day before the first means that it never began.
  ended_on date,
  primary key (authority_id, id),
  check (from_on <= to_on),
  check (from_person <> to_person)
);
create index delegations_to on signing_delegations (authority_id, to_person, to_on);
