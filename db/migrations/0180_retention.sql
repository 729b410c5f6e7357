-- How long personal data is kept, and how it goes: announced first, never while somebody still has to do with it.

-- Each turning on or off of a rule, with the document that says so. The newest counts; no row: off.
create table retention_switches (
  authority_id integer not null references authorities (id),
  id uuid not null,
  rule text not null,
  is_on boolean not null,
  keep_months integer not null check (keep_months between 1 and 600),
  -- From the announcement to the erasure, days.
  announce_days integer not null check (announce_days between 30 and 365),
  document_number text not null check (document_number <> ''),
  set_by text not null,
  set_at timestamptz not null,
  primary key (authority_id, id)
);
create index retention_switches_of_rule on retention_switches (authority_id, rule, set_at);

-- What one night proposed under one rule.
create table retention_batches (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- What people read out: PL-HL-2026-00003.
  code text not null,
  rule text not null,
  -- The switch under which it was announced: period and document.
  switch_id uuid not null,
  status text not null check (status in ('announced', 'done')),
  announced_on date not null,
  -- First day on which it may go.
  erase_from date not null,
  -- Kept by the night's work; the sum of the three is what was announced.
  waiting integer not null check (waiting >= 0),
  erased integer not null default 0,
  taken_out integer not null default 0,
  done_on date,
  primary key (authority_id, id),
  unique (authority_id, code),
  foreign key (authority_id, switch_id) references retention_switches (authority_id, id),
  check (erase_from >= announced_on + 30),
  check ((status = 'done') = (done_on is not null))
);
create index retention_batches_by_status on retention_batches (authority_id, status, erase_from, id);
create index retention_batches_of_rule on retention_batches (authority_id, rule, announced_on);

create table retention_items (
  authority_id integer not null,
  batch_id uuid not null,
  position integer not null,
  rule text not null,
  -- Id of the matter, or a month for what has none.
  key text not null,
  -- Code of the matter; null where it has none.
  code text,
  -- Day from which its period is counted.
  rested_on date not null,
  -- Rows that it stands for.
  n integer not null default 1,
  state text not null check (state in ('announced', 'erased', 'takenOut')),
  -- Why it was taken out.
  because text,
  decided_at timestamptz,
  primary key (authority_id, batch_id, position),
  foreign key (authority_id, batch_id) references retention_batches (authority_id, id),
  check ((state = 'takenOut') = (because is not null)),
  check ((state = 'announced') = (decided_at is null))
);
-- One announcement at a time, whoever proposes.
create unique index retention_announced_once on retention_items (authority_id, rule, key) where state = 'announced';

-- An officer keeps one matter back: nothing of it goes until the hold is lifted, also when its review is overdue.
create table retention_holds (
  authority_id integer not null references authorities (id),
  id uuid not null,
  matter_type text not null,
  matter_id uuid not null,
  code text not null,
  ground text not null check (ground in ('appeal', 'dispute', 'inspection')),
  document_number text not null check (document_number <> ''),
  review_on date not null,
  placed_by text not null,
  placed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  primary key (authority_id, id),
  check ((lifted_by is null) = (lifted_at is null))
);
create unique index one_retention_hold on retention_holds (authority_id, matter_type, matter_id) where lifted_at is null;
create index retention_holds_by_review on retention_holds (authority_id, review_on, id) where lifted_at is null;

-- Last day on which somebody opened their own matter with its secret or account. The day alone, no trail.
create table filer_looks (
  -- No reference to authorities here: each new row would lock the one row of the authority.
  authority_id integer not null,
  matter_type text not null,
  matter_id uuid not null,
  seen_on date not null,
  primary key (authority_id, matter_type, matter_id)
);

-- What each rule looks through, the oldest first.
create index petitions_at_rest on petitions (authority_id, received_on, id)
  where erased_at is null and status in ('closed', 'answered', 'declined', 'withdrawn', 'transferred');
create index appointments_at_rest on appointments (authority_id, on_date, id) where erased_at is null;
create index data_requests_at_rest on data_requests (authority_id, done_on, requested_on, id) where status in ('done', 'refused', 'cancelled');
create index audit_looks_by_time on audit_entries (authority_id, at) where action = 'read';

-- The audit list stays closed to changes. Only looks that are older than any period may be, and only for the job of retention, which says so.
create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and old.action = 'read' and old.at < now() - interval '24 months'
    and current_setting('congdan.retention', true) = 'audit.looks' then
    return old;
  end if;
  raise exception 'rows of % are only added, never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;
drop trigger audit_is_append_only on audit_entries;
create trigger audit_is_append_only before update or delete on audit_entries for each row execute function refuse_change_of_audit();
