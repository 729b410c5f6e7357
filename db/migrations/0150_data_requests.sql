-- What a person asks of the data held about them: to see, correct, erase or restrict it, or to take a consent back.
create table data_requests (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- What people read out: PL-DL-2026-00003.
  code text not null,
  kind text not null check (kind in ('provide', 'correct', 'erase', 'restrict', 'withdraw')),
  -- The matter that holds the data, and the code people know it by.
  subject_type text not null check (subject_type in ('petition', 'appointment')),
  subject_id uuid not null,
  subject_code text not null,
  -- How it was shown that the data is the requester's own.
  proof text not null check (proof in ('secret', 'account', 'identityCheck')),
  status text not null check (status in ('received', 'acknowledged', 'done', 'refused', 'cancelled')),
  version integer not null default 1,
  requested_at timestamptz not null,
  requested_on date not null,
  due_on date,
  extended boolean not null default false,
  done_on date,
  -- Basis in law of a refusal.
  refusal_basis text,
  secret_hash bytea not null,
  client_token uuid not null,
  primary key (authority_id, id),
  unique (authority_id, code),
  unique (authority_id, client_token),
  check ((status = 'done') = (done_on is not null)),
  check ((status = 'refused') = (refusal_basis is not null))
);
-- The office's lists: by due date, open and closed apart.
create index data_requests_by_status on data_requests (authority_id, status, (coalesce(due_on, date '9999-12-31')), id);
create index data_requests_of_subject on data_requests (authority_id, subject_type, subject_id);

-- What the requester wrote: apart from the request, erased with an erasure.
create table data_request_words (
  authority_id integer not null,
  request_id uuid not null,
  -- Where news of the request goes; null: nowhere.
  email text,
  words text,
  -- What is to stand instead: name, phone, email, address.
  corrections jsonb not null default '{}',
  primary key (authority_id, request_id),
  foreign key (authority_id, request_id) references data_requests (authority_id, id)
);

-- When the words and contacts of a petition were erased on request or by the rule of retention.
alter table petitions add column erased_at timestamptz;
alter table appointments add column erased_at timestamptz;
