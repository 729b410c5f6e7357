-- A plan of the authority, or an agency's own programme of action under it.
create table programmes (
  authority_id integer not null references authorities (id),
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  kind text not null check (kind in ('plan', 'agency')),
  -- The plan that an agency's programme carries out.
  plan_id uuid,
  -- The agency; null: the plan is the authority's own.
  unit_id uuid,
  -- The paper that it was read from and is measured by.
  document_id uuid,
  title text not null check (title <> ''),
  status text not null check (status in ('draft', 'submitted', 'approved', 'published', 'ended', 'discarded')),
  version integer not null default 1,
  -- Day by which an agency's programme must be out.
  due_on date,
  starts_on date,
  ends_on date,
  -- Who submitted it: does not approve it as well.
  submitted_by text,
  published_on date,
  ended_on date,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, slug),
  foreign key (authority_id, plan_id) references programmes (authority_id, id),
  foreign key (authority_id, unit_id) references units (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  check ((kind = 'agency') = (plan_id is not null)),
  check (kind <> 'agency' or unit_id is not null),
  check (ends_on >= starts_on),
  check (status not in ('published', 'ended') or published_on is not null)
);
create unique index programmes_of_agency on programmes (authority_id, plan_id, unit_id) where kind = 'agency' and status <> 'discarded';
create index programmes_public on programmes (authority_id, kind, published_on desc, id desc) where status in ('published', 'ended');
create index programmes_by_change on programmes (authority_id, kind, updated_at desc, id desc);
create index programmes_of_unit on programmes (authority_id, unit_id, id) where unit_id is not null;
create index programmes_of_document on programmes (authority_id, document_id) where document_id is not null;

-- Goals, tasks, solutions and targets of a programme. Counts are kept by the acts.
create table programme_tasks (
  authority_id integer not null,
  id uuid not null,
  -- PL-NV-2026-00012.
  code text not null,
  programme_id uuid not null,
  -- Order within the programme, from 1.
  place integer not null check (place > 0),
  kind text not null check (kind in ('objective', 'task', 'measure', 'target')),
  title text not null check (title <> ''),
  details text,
  status text not null check (status in ('draft', 'planned', 'inProgress', 'reported', 'done', 'cancelled')),
  version integer not null default 1,
  -- The item of the plan that this one carries out.
  carries_id uuid,
  -- The goal of the same programme that this one serves.
  goal_id uuid,
  unit_id uuid,
  person_id text,
  -- Lead as the paper names it, where it is none of our units.
  lead_words text,
  starts_on date,
  due_on date,
  -- Words of the paper: "trong quý II/2017".
  due_words text,
  -- First day on which it is late: the day after due_on, or after the next working day.
  late_from date,
  every text check (every in ('month', 'quarter', 'half-year', 'year', 'always')),
  -- The recurring task of which this is one instance, and for which period.
  series_id uuid,
  period text,
  -- Share among its programme's tasks, 1 to 100.
  weight smallint not null default 1 check (weight between 1 and 100),
  indicator text,
  unit_of_measure text,
  target numeric,
  reached numeric,
  -- Who said that it is done: does not confirm it as well.
  reported_by text,
  reported_on date,
  done_on date,
  notes integer not null default 0 check (notes >= 0),
  evidence integer not null default 0 check (evidence >= 0),
  said_done integer not null default 0 check (said_done >= 0),
  said_partly integer not null default 0 check (said_partly >= 0),
  said_not integer not null default 0 check (said_not >= 0),
  updated_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, code),
  unique (authority_id, programme_id, place) deferrable,
  foreign key (authority_id, programme_id) references programmes (authority_id, id),
  foreign key (authority_id, carries_id) references programme_tasks (authority_id, id),
  foreign key (authority_id, goal_id) references programme_tasks (authority_id, id),
  foreign key (authority_id, series_id) references programme_tasks (authority_id, id),
  foreign key (authority_id, unit_id) references units (authority_id, id),
  -- Nothing counts as done without evidence.
  check (status not in ('reported', 'done') or evidence > 0),
  check (status <> 'done' or done_on is not null)
);
create index programme_tasks_of_unit on programme_tasks (authority_id, unit_id, status, late_from, id) where unit_id is not null;
create index programme_tasks_of_person on programme_tasks (authority_id, person_id, status, late_from, id) where person_id is not null;
create index programme_tasks_by_status on programme_tasks (authority_id, programme_id, status, late_from, id);
create index programme_tasks_due on programme_tasks (authority_id, late_from, id) where status in ('planned', 'inProgress', 'reported');
create index programme_tasks_carrying on programme_tasks (authority_id, carries_id) where carries_id is not null;
create index programme_tasks_of_goal on programme_tasks (authority_id, goal_id) where goal_id is not null;
create unique index programme_tasks_of_series on programme_tasks (authority_id, series_id, period) where series_id is not null;
create index programme_tasks_by_change on programme_tasks (authority_id, updated_at desc, id desc);

create table programme_task_partners (
  authority_id integer not null,
  task_id uuid not null,
  place smallint not null,
  -- One of our units, or the words of the paper.
  unit_id uuid,
  words text,
  primary key (authority_id, task_id, place),
  foreign key (authority_id, task_id) references programme_tasks (authority_id, id),
  foreign key (authority_id, unit_id) references units (authority_id, id),
  check ((unit_id is null) <> (words is null))
);
create index programme_task_partners_by_unit on programme_task_partners (authority_id, unit_id, task_id) where unit_id is not null;

-- What must be done before it.
create table programme_task_needs (
  authority_id integer not null,
  task_id uuid not null,
  needs_id uuid not null,
  primary key (authority_id, task_id, needs_id),
  foreign key (authority_id, task_id) references programme_tasks (authority_id, id),
  foreign key (authority_id, needs_id) references programme_tasks (authority_id, id),
  check (task_id <> needs_id)
);
create index programme_task_needs_back on programme_task_needs (authority_id, needs_id);

-- Sentences that an item comes from.
create table programme_task_anchors (
  authority_id integer not null,
  task_id uuid not null,
  document_id uuid not null,
  anchor_id uuid not null,
  primary key (authority_id, task_id, anchor_id),
  foreign key (authority_id, task_id) references programme_tasks (authority_id, id),
  foreign key (authority_id, document_id) references documents (authority_id, id)
);
create index programme_task_anchors_back on programme_task_anchors (authority_id, document_id, anchor_id);

-- Progress, in the officers' words.
create table programme_notes (
  authority_id integer not null,
  id uuid not null,
  task_id uuid not null,
  at timestamptz not null,
  person_id text not null,
  words text not null check (words <> ''),
  reached numeric,
  audience text not null check (audience in ('public', 'internal')),
  primary key (authority_id, id),
  foreign key (authority_id, task_id) references programme_tasks (authority_id, id)
);
create index programme_notes_of_task on programme_notes (authority_id, task_id, at desc, id desc);

-- What shows that a task was done: a file, an article, a case, a document. One that is taken back stays as a row.
create table programme_evidence (
  authority_id integer not null,
  id uuid not null,
  task_id uuid not null,
  ref_type text not null check (ref_type in ('file', 'article', 'petition', 'document')),
  ref_id uuid not null,
  caption text not null check (caption <> ''),
  added_at timestamptz not null,
  added_by text not null,
  removed_at timestamptz,
  removed_by text,
  removed_because text,
  primary key (authority_id, id),
  foreign key (authority_id, task_id) references programme_tasks (authority_id, id),
  check ((removed_at is null) = (removed_because is null))
);
create index programme_evidence_of_task on programme_evidence (authority_id, task_id, added_at, id);
create unique index programme_evidence_once on programme_evidence (authority_id, task_id, ref_type, ref_id) where removed_at is null;
create index programme_evidence_back on programme_evidence (authority_id, ref_type, ref_id) where removed_at is null;
