-- A unit's work goes on at another: the number of the decision, and which cases were carried over, so that whoever looks under the old unit still finds them.
alter table units add column ending_decision text;

create table petition_former_units (
  authority_id integer not null,
  -- The unit that has ended.
  unit_id uuid not null,
  petition_id uuid not null,
  carried_on date not null,
  primary key (authority_id, unit_id, petition_id),
  foreign key (authority_id, unit_id) references units (authority_id, id),
  foreign key (authority_id, petition_id) references petitions (authority_id, id)
);
create index former_units_of_petition on petition_former_units (authority_id, petition_id);
