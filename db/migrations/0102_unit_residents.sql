-- Residents of a unit as counted on a day, with where the number is from: petitions are compared per 1,000 of them.
create table unit_residents (
  authority_id integer not null,
  unit_id uuid not null,
  valid_from date not null,
  residents integer not null check (residents > 0),
  -- Null: entered with the unit, before sources were asked for.
  source text check (source <> ''),
  primary key (authority_id, unit_id, valid_from),
  foreign key (authority_id, unit_id) references units (authority_id, id)
);

insert into unit_residents (authority_id, unit_id, valid_from, residents)
select authority_id, id, valid_from, population from units where population > 0;
