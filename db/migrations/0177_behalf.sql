-- Petitions that are not, or not only, of the person who filed them. No row: filed for oneself.
create table petition_behalves (
  authority_id integer not null,
  petition_id uuid not null,
  behalf text not null check (behalf in ('representative', 'group')),
  -- Why somebody may speak for another; of a representative alone.
  ground text check (ground in ('guardian', 'relative', 'lawyer', 'organisation')),
  -- How many people it is of; of a representative the one represented.
  people integer not null check (people between 1 and 100000),
  primary key (authority_id, petition_id),
  foreign key (authority_id, petition_id) references petitions (authority_id, id),
  check ((behalf = 'representative') = (ground is not null))
);

-- Who is represented, who else speaks for a group, who signed: personal data, read by those who read the filer's contacts, erasable.
create table petition_parties (
  authority_id integer not null,
  petition_id uuid not null,
  role text not null check (role in ('represented', 'spokesperson', 'signer')),
  position integer not null,
  name text not null,
  address text,
  phone text,
  identity_number text,
  primary key (authority_id, petition_id, role, position),
  foreign key (authority_id, petition_id) references petitions (authority_id, id)
);
