-- Days that are not what their weekday says, as entered or confirmed by this authority. They stand over the product's own calendar.
create table calendar_days (
  authority_id integer not null references authorities (id),
  on_date date not null,
  kind text not null check (kind in ('off', 'worked')),
  -- Which holiday, and whether the day is the holiday, a day in lieu, a swap …; names of both in the text files.
  holiday text not null check (holiday in ('newYear', 'lunarNewYear', 'hungKings', 'victory', 'labour', 'national', 'culture', 'swap', 'other')),
  day_kind text not null check (day_kind in ('statutory', 'compensatory', 'swap', 'provisional', 'workday')),
  name text check (name <> ''),
  -- The notice that ordered it, and its day where known.
  notice_number text check (notice_number <> ''),
  notice_on date,
  -- V, V2: read; computed: from the law, not announced; local: entered by the administrator.
  sure text not null,
  source text[] not null default '{}',
  primary key (authority_id, on_date)
);

-- Years whose days off were announced: only calendar_days counts for them. Other years are provisional ("tạm tính").
create table calendar_years (
  authority_id integer not null references authorities (id),
  year integer not null check (year between 2000 and 2199),
  notice_number text not null check (notice_number <> ''),
  notice_on date,
  primary key (authority_id, year)
);

-- Another value after each change, so that every process knows when its copy is old.
create table calendar_revisions (
  authority_id integer primary key references authorities (id),
  revision uuid not null
);

-- Who changed the calendar, by which notice: days and codes, no names of people.
create table calendar_changes (
  authority_id integer not null references authorities (id),
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id text,
  notice_number text not null check (notice_number <> ''),
  notice_on date,
  facts jsonb not null,
  primary key (authority_id, id)
);

-- "Mục tiêu của địa phương": where the law gives no number. Never a limit of the law.
create table local_targets (
  authority_id integer not null references authorities (id),
  rule text not null,
  valid_from date not null,
  value integer not null check (value between 1 and 365),
  unit text not null check (unit in ('calendarDay', 'workingDay', 'month')),
  -- The document that set it.
  document_number text not null check (document_number <> ''),
  note text,
  set_by text,
  set_at timestamptz not null default now(),
  primary key (authority_id, rule, valid_from)
);

create table clocks (
  -- No reference to authorities here: each new row would lock the one row of the authority, thousands of times a minute.
  authority_id integer not null,
  id uuid not null,
  matter_type text not null,
  matter_id uuid not null,
  stage text not null,
  rule text not null,
  -- First day of the version that governs this clock to its end; null: the data gives none.
  rule_from date,
  variant text,
  -- For a fixed date (a promise, an extended target) the value is 0.
  limit_value integer not null check (limit_value >= 0),
  limit_unit text not null check (limit_unit in ('calendarDay', 'workingDay', 'month', 'fixed')),
  local boolean not null,
  basis text not null,
  sure text not null,
  start_event text not null,
  started_on date not null,
  due_on date not null,
  original_due_on date not null,
  state text not null check (state in ('running', 'suspended', 'met', 'stopped')),
  met_on date,
  suspended_on date,
  -- Days left while suspended.
  remaining integer check (remaining >= 0),
  extended boolean not null default false,
  primary key (authority_id, id),
  check ((state = 'met') = (met_on is not null)),
  check ((state = 'suspended') = (suspended_on is not null)),
  check ((state = 'suspended') = (remaining is not null))
);
-- A matter has one open clock a stage; a stage may run again later (a case reopened).
create unique index clocks_one_open on clocks (authority_id, matter_type, matter_id, stage) where state in ('running', 'suspended');
create index clocks_by_matter on clocks (authority_id, matter_type, matter_id, started_on);
create index clocks_by_due on clocks (authority_id, state, due_on, id);

-- What happened to a clock. No personal text: the words of a ground live with the matter.
create table clock_events (
  authority_id integer not null,
  clock_id uuid not null,
  -- 1, 2, 3 … within the clock.
  seq integer not null check (seq > 0),
  type text not null check (type in ('started', 'suspended', 'resumed', 'extended', 'recomputed', 'met', 'stopped')),
  on_date date not null,
  at timestamptz not null default now(),
  actor_id text,
  -- Code of the ground: complex, localExtension, calendar, or a code of the feature.
  ground text,
  old_due_on date,
  new_due_on date,
  facts jsonb not null default '{}',
  primary key (authority_id, clock_id, seq),
  foreign key (authority_id, clock_id) references clocks (authority_id, id)
);

create function refuse_clock_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added, never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger clock_events_are_append_only before update or delete on clock_events for each row execute function refuse_clock_change();
create trigger clock_events_are_never_emptied before truncate on clock_events for each statement execute function refuse_clock_change();
create trigger calendar_changes_are_append_only before update or delete on calendar_changes for each row execute function refuse_clock_change();
create trigger calendar_changes_are_never_emptied before truncate on calendar_changes for each statement execute function refuse_clock_change();
