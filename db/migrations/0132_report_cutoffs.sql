-- From which day of the month before a reporting month runs; by a document of the locality. None: calendar months.
create table report_cutoffs (
  authority_id integer not null references authorities (id),
  -- First month that runs so, by its first day.
  valid_from date not null check (extract(day from valid_from) = 1),
  -- 1: the calendar month. 15: from the 15th of the month before to the 14th.
  start_day smallint not null check (start_day between 1 and 28),
  document_number text not null check (document_number <> ''),
  set_by text,
  set_at timestamptz not null default now(),
  primary key (authority_id, valid_from)
);
