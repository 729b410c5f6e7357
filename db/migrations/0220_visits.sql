-- Visits to the site and pages answered: a row a day, a row a month, one row for all time. Moved by each batch, never counted anew for a page.
create table visit_totals (
  authority_id integer not null references authorities (id),
  period text not null check (period in ('day', 'month', 'all')),
  -- First day of the period in Asia/Ho_Chi_Minh; 2000-01-01 for all time.
  starts_on date not null,
  visits bigint not null default 0,
  -- Pages answered to people, reloads too.
  pages bigint not null default 0,
  -- Pages answered to robots; these are in no other figure.
  robot_pages bigint not null default 0,
  -- Visits that the counters of an earlier portal had, carried over once: see visit_imports.
  carried_over bigint not null default 0,
  primary key (authority_id, period, starts_on)
);

-- The counters of an earlier portal, as they stood on the day on which they were carried over.
create table visit_imports (
  authority_id integer primary key references authorities (id),
  carried_over_on date not null,
  -- Day on which the earlier portal showed these figures.
  read_on date not null,
  online integer not null check (online >= 0),
  today bigint not null check (today >= 0),
  month bigint not null check (month >= today),
  total bigint not null check (total >= month)
);

-- How often a thing was viewed: once a visit.
create table view_totals (
  authority_id integer not null references authorities (id),
  subject_type text not null check (subject_type <> ''),
  subject_id text not null check (subject_id <> ''),
  views bigint not null default 0,
  robot_views bigint not null default 0,
  carried_over bigint not null default 0,
  primary key (authority_id, subject_type, subject_id)
);

-- Visits under way that saw more than one page: a keyed hash of the visit's random id, swept when the visit is over.
create table open_visits (
  authority_id integer not null references authorities (id),
  visit text not null,
  -- Minute in which it was last seen, counted from 1970.
  minute integer not null,
  primary key (authority_id, visit)
);
create index open_visits_by_minute on open_visits (minute);

-- What such a visit has viewed after its first page: each counts once.
create table open_visit_views (
  authority_id integer not null,
  visit text not null,
  subject_type text not null,
  subject_id text not null,
  primary key (authority_id, visit, subject_type, subject_id),
  foreign key (authority_id, visit) references open_visits (authority_id, visit) on delete cascade
);

-- Visits by the minute in which they were last seen: who is online is a sum of five rows, however many they are.
create table online_minutes (
  authority_id integer not null references authorities (id),
  minute integer not null,
  visits integer not null,
  primary key (authority_id, minute)
);
create index online_minutes_by_minute on online_minutes (minute);

-- Batches written, so that one whose commit was not heard of is not written twice.
create table visit_batches (
  authority_id integer not null references authorities (id),
  id uuid not null,
  written_at timestamptz not null default now(),
  primary key (authority_id, id)
);
create index visit_batches_by_time on visit_batches (written_at);
