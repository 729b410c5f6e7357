-- What happened, in order, for any matter. No personal text: ids, codes, dates, and salted commitments to words kept elsewhere.
create table history_entries (
  -- No reference to authorities here: each new row would lock the one row of the authority, thousands of times a minute.
  authority_id integer not null,
  matter_type text not null,
  matter_id uuid not null,
  -- 1, 2, 3 … within the matter.
  seq integer not null check (seq > 0),
  id uuid not null,
  type text not null check (type ~ '^[a-zA-Z]+\.[a-zA-Z]+$'),
  at timestamptz not null,
  actor_role text,
  actor_id text,
  -- Who may read it: everybody once the matter is public, the filer and officers, or officers alone.
  audience text not null check (audience in ('public', 'filer', 'internal')),
  facts jsonb not null,
  primary key (authority_id, matter_type, matter_id, seq),
  unique (authority_id, id)
);

-- The words that an entry commits to. Deleting a row here erases them; the commitment alone says nothing.
create table history_words (
  authority_id integer not null,
  entry_id uuid not null,
  field text not null,
  words text not null,
  salt bytea not null,
  primary key (authority_id, entry_id, field),
  foreign key (authority_id, entry_id) references history_entries (authority_id, id)
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only added, never changed or removed', tg_table_name using errcode = 'insufficient_privilege';
end $$;

create trigger history_is_append_only before update or delete on history_entries for each row execute function refuse_change();
create trigger history_is_never_emptied before truncate on history_entries for each statement execute function refuse_change();

-- Each look at a person's contacts, and each act of administration: who, what, when.
create table audit_entries (
  authority_id integer not null references authorities (id),
  id bigint generated always as identity,
  at timestamptz not null default now(),
  actor_id text not null,
  action text not null,
  matter_type text,
  matter_id uuid,
  facts jsonb not null default '{}',
  primary key (authority_id, id)
);
create index audit_by_matter on audit_entries (authority_id, matter_type, matter_id, id);
create trigger audit_is_append_only before update or delete on audit_entries for each row execute function refuse_change();
create trigger audit_is_never_emptied before truncate on audit_entries for each statement execute function refuse_change();

-- Counts kept by the acts. A count is the sum of its slots: connections add to different rows and do not queue.
create table tallies (
  -- No reference to authorities here: each new row would lock the one row of the authority, thousands of times a minute.
  authority_id integer not null,
  name text not null,
  -- Whose: 'all', 'unit:<id>' or 'officer:<id>'.
  owner text not null,
  -- Which: a month '2026-11', a day '2026-12-07', a status.
  bucket text not null,
  slot smallint not null,
  n bigint not null,
  primary key (authority_id, name, owner, bucket, slot)
);

-- A page drawn from changed data is dropped in every process (LISTEN); the payload is a list of tags.
create table rate_counters (
  key text primary key,
  window_start timestamptz not null,
  n integer not null
);
