-- The public log (sổ công khai): every public entry of the history becomes a leaf of one append-only Merkle tree an authority.

-- Entries that wait for the log: one narrow row each, written by the act's own transaction and taken out when the leaf stands.
create table log_outbox (
  -- No reference to authorities here: each new row would lock the one row of the authority, thousands of times a minute.
  authority_id integer not null,
  -- The order in which they were written, nearly: whoever commits late comes in a later batch. The log's own order is that of the leaves.
  hint bigint generated always as identity,
  entry_id uuid not null,
  primary key (authority_id, hint)
);

create function note_for_the_log() returns trigger language plpgsql as $$
begin
  insert into log_outbox (authority_id, entry_id) values (new.authority_id, new.id);
  return null;
end $$;

-- No feature writes it and none can forget it. The table is closed to writers from here to the end of this transaction, so that between
-- the rows that follow and the first row of the trigger nothing is lost.
create trigger history_goes_into_the_log after insert on history_entries for each row
  when (new.audience = 'public') execute function note_for_the_log();

insert into log_outbox (authority_id, entry_id)
select authority_id, id from history_entries where audience = 'public' order by at, id;

-- The keys that sign, public halves alone; the secret ones lie in DATA_DIR/log and nowhere else. The newest one signs.
create table log_keys (
  authority_id integer not null references authorities (id),
  number integer not null check (number > 0),
  -- As others are given it: name, key id and public key (C2SP signed-note).
  vkey text not null,
  -- Size of the tree from which on it signs.
  from_size bigint not null check (from_size >= 0),
  made_at timestamptz not null default now(),
  primary key (authority_id, number),
  unique (authority_id, vkey)
);

-- Every checkpoint that was ever given out. Who adds leaves names the head that it saw: of two, one finds the place taken.
create table log_heads (
  authority_id integer not null references authorities (id),
  size bigint not null check (size >= 0),
  previous_size bigint,
  root bytea not null check (length(root) = 32),
  -- The signed note, byte for byte (C2SP tlog-checkpoint).
  checkpoint text not null,
  at timestamptz not null default now(),
  primary key (authority_id, size),
  unique nulls not distinct (authority_id, previous_size),
  foreign key (authority_id, previous_size) references log_heads (authority_id, size),
  check ((size = 0) = (previous_size is null) and (previous_size is null or previous_size < size))
);

create table log_leaves (
  authority_id integer not null,
  position bigint not null check (position >= 0),
  entry_id uuid not null,
  -- The day of the act in Vietnam, for the page of a day.
  on_date date not null,
  -- A due date, a target, an owner, a day off or a rule was moved by it.
  moves boolean not null,
  hash bytea not null check (length(hash) = 32),
  -- Canonical JSON (RFC 8785) without personal data; a bundle of the tiles holds at most so much.
  leaf bytea not null check (length(leaf) between 1 and 65535),
  primary key (authority_id, position),
  unique (authority_id, entry_id)
);
create index log_leaves_of_day on log_leaves (authority_id, on_date, position);
create index log_leaves_that_move on log_leaves (authority_id, position) where moves;

-- Full tiles only. A tile that is not full is the beginning of what comes, and is read from the leaves or from the tiles below it.
create table log_tiles (
  authority_id integer not null,
  level smallint not null check (level between 0 and 6),
  n bigint not null check (n >= 0),
  hashes bytea not null check (length(hashes) = 8192),
  -- Root of the 256 hashes: one hash of the level above.
  root bytea not null check (length(root) = 32),
  primary key (authority_id, level, n)
);
-- Hashes cannot be compressed, and trying costs time.
alter table log_tiles alter column hashes set storage external;

create trigger log_keys_are_append_only before update or delete on log_keys for each row execute function refuse_change();
create trigger log_keys_are_never_emptied before truncate on log_keys for each statement execute function refuse_change();
create trigger log_heads_are_append_only before update or delete on log_heads for each row execute function refuse_change();
create trigger log_heads_are_never_emptied before truncate on log_heads for each statement execute function refuse_change();
create trigger log_leaves_are_append_only before update or delete on log_leaves for each row execute function refuse_change();
create trigger log_leaves_are_never_emptied before truncate on log_leaves for each statement execute function refuse_change();
create trigger log_tiles_are_append_only before update or delete on log_tiles for each row execute function refuse_change();
create trigger log_tiles_are_never_emptied before truncate on log_tiles for each statement execute function refuse_change();
