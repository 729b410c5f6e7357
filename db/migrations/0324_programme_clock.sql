-- What was told to whom of what is due: each stage once (src/modules/programmes/clock/who-is-told.ts). A due day that moved is told of anew.
create table programme_reminders (
  authority_id integer not null references authorities (id),
  -- An item, an agency's programme or a report; ids are of one kind alone.
  thing_id uuid not null,
  person_id text not null,
  late_from date not null,
  -- -7, -3, -1: working days before; from 0: weeks since it is late.
  stage smallint not null,
  told_on date not null,
  primary key (authority_id, thing_id, person_id, late_from, stage)
);
-- Since when a partner agency knows of an item, and which last day it was told.
create table programme_partner_told (
  authority_id integer not null,
  task_id uuid not null,
  unit_id uuid not null,
  due_on date,
  told_on date not null,
  primary key (authority_id, task_id, unit_id),
  foreign key (authority_id, task_id) references programme_tasks (authority_id, id),
  foreign key (authority_id, unit_id) references units (authority_id, id)
);

-- Items that recur: the nightly job walks them.
create index programme_tasks_recurring on programme_tasks (authority_id, id) where every is not null and series_id is null and status in ('planned', 'inProgress');

-- Secret address of a person's calendar of due days, for calendar programs that cannot sign in. The address itself is kept nowhere.
create table programme_feeds (
  authority_id integer not null references authorities (id),
  person_id text not null,
  -- Null: the person's own items; else those of the unit.
  unit_id uuid,
  token_hash bytea not null,
  made_at timestamptz not null,
  foreign key (authority_id, unit_id) references units (authority_id, id)
);
create unique index programme_feeds_one on programme_feeds (authority_id, person_id, unit_id) nulls not distinct;
create unique index programme_feeds_token on programme_feeds (authority_id, token_hash);
