-- A unit that is divided: hamlets and people that go to another unit than the general successor (units.successor_id), with their cases.
create table unit_splits (
  authority_id integer not null,
  -- The unit that ends.
  unit_id uuid not null,
  kind text not null check (kind in ('hamlet', 'person')),
  -- Id of the hamlet or the person.
  subject_id text not null,
  successor_id uuid not null,
  primary key (authority_id, unit_id, kind, subject_id),
  foreign key (authority_id, unit_id) references units (authority_id, id),
  foreign key (authority_id, successor_id) references units (authority_id, id),
  check (successor_id <> unit_id)
);
-- Whose work came to a unit, asked with each request of an officer.
create index unit_splits_by_successor on unit_splits (authority_id, successor_id, unit_id);
