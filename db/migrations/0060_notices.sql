-- Mail to people: written by the act that it tells of, sent by a worker. The administrator sees it here, sent or not.
create table outbox (
  authority_id integer not null references authorities (id),
  -- Also the left part of the Message-ID: a mail that was sent twice can be recognised.
  id uuid not null,
  matter_type text not null,
  matter_id uuid not null,
  kind text not null check (kind ~ '^[a-zA-Z]+\.[a-zA-Z]+$'),
  -- What must be told once: the same key again queues nothing.
  key text not null check (char_length(key) between 1 and 200),
  lang text not null check (lang in ('vi', 'en')),
  -- Address and words are personal: null once erased.
  to_address text,
  subject text not null,
  body text,
  -- queued: waits for its first or next try; kept: no mail server is set; failed: given up.
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'kept')),
  attempts integer not null default 0 check (attempts >= 0),
  -- A code of ours, never the server's sentence: that may repeat the address.
  last_error_code text,
  queued_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, key),
  check ((state = 'sent') = (sent_at is not null)),
  check ((to_address is null) = (body is null)),
  check (state <> 'queued' or to_address is not null)
);

create index outbox_by_state on outbox (authority_id, state, id);
create index outbox_of_matter on outbox (authority_id, matter_type, matter_id, id);
-- The nightly job that erases asks for old mail whose words are still there, whatever the authority.
create index outbox_to_erase on outbox (queued_at) where body is not null;
