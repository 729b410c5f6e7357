-- Witnesses of the public log: others who cosign its checkpoints, each under a key of its own.
create table log_witnesses (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- As people know it: Ủy ban Mặt trận Tổ quốc …
  title text not null,
  -- Name, key id and public key (C2SP signed-note, kind 0x04).
  vkey text not null,
  -- Where it takes checkpoints (C2SP tlog-witness); null: it fetches them itself.
  url text,
  added_by text not null,
  added_at timestamptz not null,
  retired_by text,
  retired_at timestamptz,
  -- What came of the last talk with it; null: none yet.
  outcome text check (outcome in ('cosigned', 'refused', 'unreachable', 'unknownLog', 'unknownKey', 'badAnswer')),
  outcome_at timestamptz,
  -- Size of the newest tree that it says it has cosigned.
  known_size bigint check (known_size >= 0),
  primary key (authority_id, id),
  check ((outcome is null) = (outcome_at is null)),
  check ((retired_at is null) = (retired_by is null))
);
-- One key is one witness while it is at work; a retired one may come back as a new row.
create unique index log_witnesses_at_work on log_witnesses (authority_id, vkey) where retired_at is null;

-- The newest cosignature of each witness on each checkpoint.
create table log_cosignatures (
  authority_id integer not null,
  size bigint not null,
  witness_id uuid not null,
  -- The line of the note, with its line break.
  line text not null,
  -- Time inside the signature.
  cosigned_at timestamptz not null,
  primary key (authority_id, size, witness_id),
  foreign key (authority_id, size) references log_heads (authority_id, size),
  foreign key (authority_id, witness_id) references log_witnesses (authority_id, id)
);
create index log_cosignatures_of_witness on log_cosignatures (authority_id, witness_id, size desc);

-- A witness did not cosign what this server, or another with its key, has shown it. Each kind once, with when it was said first and last.
create table log_refusals (
  authority_id integer not null,
  id uuid not null,
  witness_id uuid not null,
  reason text not null check (reason in ('shorter', 'otherRoot', 'inconsistent')),
  known_size bigint not null check (known_size >= 0),
  shown_size bigint not null check (shown_size >= 0),
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Signed by the witness, where it came by itself.
  note text,
  primary key (authority_id, id),
  unique (authority_id, witness_id, reason, known_size, shown_size),
  foreign key (authority_id, witness_id) references log_witnesses (authority_id, id)
);
create index log_refusals_newest on log_refusals (authority_id, last_at desc, id);

-- Neither a witness nor what it said can be made undone; a refusal can be said again.
create function refuse_removal() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % stay', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger log_witnesses_stay before delete on log_witnesses for each row execute function refuse_removal();
create trigger log_refusals_stay before delete on log_refusals for each row execute function refuse_removal();
