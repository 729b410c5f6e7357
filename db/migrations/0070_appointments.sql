-- A part of a day on which citizens are received: what people may ask for.
create table reception_days (
  authority_id integer not null references authorities (id),
  on_date date not null,
  part text not null check (part in ('morning', 'afternoon')),
  place text not null check (place <> ''),
  -- Vietnamese clock time, HH:MM.
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  -- Who receives; null while not known.
  leader text check (leader <> ''),
  -- 0: nobody else may ask.
  capacity integer not null check (capacity between 0 and 200),
  -- The law wants the schedule posted a number of working days before.
  published_on date not null,
  primary key (authority_id, on_date, part),
  check (starts < ends)
);

create table appointments (
  authority_id integer not null,
  id uuid not null,
  -- What people read out: PL-TD-2026-00012.
  code text not null,
  status text not null check (status in ('asked', 'confirmed', 'cancelled', 'held')),
  version integer not null default 1,
  subject text not null,
  words text,
  wanted_on date not null,
  wanted_part text not null check (wanted_part in ('morning', 'afternoon')),
  -- The agreed meeting; until it is confirmed, the beginning of what was wanted.
  on_date date not null,
  part text not null,
  at text not null check (at ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null,
  asked_at timestamptz not null,
  asked_on date not null,
  held_on date,
  -- Day by which the office promised an answer at the meeting.
  promised_on date,
  secret_hash bytea not null,
  client_token uuid not null,
  primary key (authority_id, id),
  unique (authority_id, code),
  unique (authority_id, client_token),
  -- A day that somebody asked for stays.
  foreign key (authority_id, on_date, part) references reception_days (authority_id, on_date, part),
  check ((status = 'held') = (held_on is not null))
);
-- Places taken on a day, and officers' lists: by day, alone and under each status.
create index appointments_by_day on appointments (authority_id, on_date, at, id);
create index appointments_by_status on appointments (authority_id, status, on_date, at, id);

-- Who asked: apart from the appointment, readable by fewer, erasable.
create table appointment_filers (
  authority_id integer not null,
  appointment_id uuid not null,
  name text not null,
  phone text,
  primary key (authority_id, appointment_id),
  foreign key (authority_id, appointment_id) references appointments (authority_id, id)
);
