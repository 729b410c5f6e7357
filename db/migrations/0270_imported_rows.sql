-- Which row of an earlier portal became what here: nothing is brought over twice, and old addresses find their new ones.
create table imported_rows (
  authority_id integer not null references authorities (id),
  -- The earlier portal's own names: table without its prefix (news_rows), and key.
  source_table text not null check (source_table <> ''),
  source_id text not null check (source_id <> ''),
  matter_type text not null check (matter_type <> ''),
  matter_id text not null check (matter_id <> ''),
  -- Its part of an old address, where that is how it was found.
  alias text,
  begun_at timestamptz not null,
  -- Null: begun and not finished; the next run goes on with it.
  finished_at timestamptz,
  primary key (authority_id, source_table, source_id)
);
create index imported_rows_by_alias on imported_rows (authority_id, source_table, alias) where alias is not null;

-- Rows of a dump as they were read, while an import runs; empty otherwise.
create table staged_rows (
  authority_id integer not null references authorities (id),
  source_table text not null,
  source_id text collate "C" not null,
  -- Order in the dump.
  position bigint not null,
  content jsonb not null,
  primary key (authority_id, source_table, source_id)
);
create index staged_rows_by_position on staged_rows (authority_id, source_table, position);
