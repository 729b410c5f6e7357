-- Many cases, one press: their officers are reminded, each case at most once a day.
alter table bulk_acts
  drop constraint bulk_acts_act_check,
  add constraint bulk_acts_act_check check (act in ('assign', 'clear', 'remind', 'export'));

create table petition_reminders (
  authority_id integer not null,
  petition_id uuid not null,
  reminded_on date not null,
  bulk_id uuid not null,
  primary key (authority_id, petition_id, reminded_on),
  foreign key (authority_id, petition_id) references petitions (authority_id, id),
  foreign key (authority_id, bulk_id) references bulk_acts (authority_id, id)
);
-- The cases of one press, for its mails.
create index reminders_of_bulk on petition_reminders (authority_id, bulk_id);
