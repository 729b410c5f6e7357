create table petitions (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- What people read out: PL-2026-00128.
  code text not null,
  kind text not null check (kind in ('feedback', 'recommendation', 'complaint')),
  instance smallint not null default 1 check (instance in (1, 2)),
  appeal_of uuid,
  status text not null check (status in ('received', 'accepted', 'declined', 'transferred', 'suspended', 'answered', 'closed', 'withdrawn')),
  -- Finer than the status: new, unassigned, assigned, verifying, drafted, done.
  step text not null check (step in ('new', 'unassigned', 'assigned', 'verifying', 'drafted', 'done')),
  version integer not null default 1,
  subject text not null,
  body text not null,
  -- Salt of the history's commitment to subject and body. Emptying the three erases: the commitment alone says nothing.
  salt bytea not null,
  hamlet_id uuid,
  hamlet_text text,
  lat double precision check (lat between -90 and 90),
  lon double precision check (lon between -180 and 180),
  channel text not null check (channel in ('online', 'counter')),
  -- The filer agrees to publication; an officer must still clear it.
  publish boolean not null,
  cleared_at timestamptz,
  unit_id uuid,
  officer_id text,
  secret_hash bytea not null,
  client_token uuid not null,
  received_at timestamptz not null,
  received_on date not null,
  accepted_on date,
  -- Soonest due date of a running clock; null when none runs.
  due_on date,
  extended boolean not null default false,
  decline_ground text,
  outcome text check (outcome in ('solved', 'promised', 'explained', 'noCompetence', 'cannot')),
  promised_on date,
  answered_on date,
  -- Whether the answer came after the due date of its clock; null while there is no answer or no clock.
  answered_late boolean,
  verdict text check (verdict in ('yes', 'partly', 'no')),
  search_plain tsvector not null,
  search_toned tsvector not null,
  primary key (authority_id, id),
  unique (authority_id, code),
  unique (authority_id, client_token)
);

-- Officers' lists: open cases by due date, per officer, per unit, and whole.
create index petitions_of_officer on petitions (authority_id, officer_id, (coalesce(due_on, date '9999-12-31')), id) where officer_id is not null and status in ('received', 'accepted', 'suspended');
create index petitions_of_unit on petitions (authority_id, unit_id, (coalesce(due_on, date '9999-12-31')), id) where unit_id is not null and status in ('received', 'accepted', 'suspended');
create index petitions_open on petitions (authority_id, (coalesce(due_on, date '9999-12-31')), id) where status in ('received', 'accepted', 'suspended');
create index petitions_by_step on petitions (authority_id, step, (coalesce(due_on, date '9999-12-31')), id) where status in ('received', 'accepted', 'suspended');
create index petitions_newest on petitions (authority_id, received_at desc, id desc);
create index petitions_newest_of_unit on petitions (authority_id, unit_id, received_at desc, id desc) where unit_id is not null;
-- The public register: newest first, alone and under each filter.
create index petitions_public on petitions (authority_id, received_at desc, id desc) where publish and cleared_at is not null and status <> 'withdrawn';
create index petitions_public_status on petitions (authority_id, status, received_at desc, id desc) where publish and cleared_at is not null and status <> 'withdrawn';
create index petitions_public_unit on petitions (authority_id, unit_id, received_at desc, id desc) where publish and cleared_at is not null and status <> 'withdrawn';
create index petitions_public_kind on petitions (authority_id, kind, received_at desc, id desc) where publish and cleared_at is not null and status <> 'withdrawn';
create index petitions_search_plain on petitions using gin (search_plain);
create index petitions_search_toned on petitions using gin (search_toned);

-- Who filed: apart from the case, readable by fewer, erasable.
create table petition_filers (
  authority_id integer not null,
  petition_id uuid not null,
  name text not null,
  phone text,
  email text,
  address text,
  identity_number text,
  account_id text,
  primary key (authority_id, petition_id),
  foreign key (authority_id, petition_id) references petitions (authority_id, id)
);
create index petitions_of_account on petition_filers (authority_id, account_id) where account_id is not null;

create table petition_verifications (
  authority_id integer not null,
  id uuid not null,
  petition_id uuid not null,
  words text,
  -- Shown to the filer and the public once the case is cleared; else officers only.
  public boolean not null,
  officer_id text not null,
  unit_id uuid,
  at timestamptz not null,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petitions (authority_id, id)
);
create index verifications_of_petition on petition_verifications (authority_id, petition_id, at);

-- Every draft is kept; at most one is open, at most one is issued.
create table petition_answers (
  authority_id integer not null,
  id uuid not null,
  petition_id uuid not null,
  text text,
  outcome text not null check (outcome in ('solved', 'promised', 'explained', 'noCompetence', 'cannot')),
  promised_on date,
  state text not null check (state in ('draft', 'replaced', 'returned', 'issued')),
  drafted_by text not null,
  drafted_at timestamptz not null,
  returned_reason text,
  signed_by text,
  issued_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petitions (authority_id, id),
  check (outcome <> 'promised' or promised_on is not null)
);
create index answers_of_petition on petition_answers (authority_id, petition_id, drafted_at);
create unique index one_open_draft on petition_answers (authority_id, petition_id) where state = 'draft';
create unique index one_issued_answer on petition_answers (authority_id, petition_id) where state = 'issued';

-- A form half filled, kept for its browser until it is filed or a week old.
create table petition_drafts (
  authority_id integer not null references authorities (id),
  id uuid not null,
  key_hash bytea not null,
  form jsonb not null,
  filed_petition_id uuid,
  updated_at timestamptz not null,
  primary key (authority_id, id)
);
create index drafts_by_age on petition_drafts (authority_id, updated_at);

-- Numbers of codes, one sequence per authority and year: handed out without a lock, so a number may be skipped, never doubled.
create function next_petition_number(authority integer, filed_year integer) returns bigint language plpgsql as $$
declare
  name text := format('petition_numbers_%s_%s', authority, filed_year);
begin
  if to_regclass(name) is null then
    begin
      execute format('create sequence if not exists %I', name);
    exception when unique_violation or duplicate_table then
      null; -- another connection made it a moment ago
    end;
  end if;
  return nextval(name);
end $$;

-- What the person concerned says of the result: a fact of its own beside the office's outcome.
create table verdicts (
  authority_id integer not null references authorities (id),
  matter_type text not null,
  matter_id uuid not null,
  seq integer not null,
  solved text not null check (solved in ('yes', 'partly', 'no')),
  satisfaction smallint not null check (satisfaction between 1 and 5),
  words text,
  given_at timestamptz not null,
  primary key (authority_id, matter_type, matter_id, seq)
);
