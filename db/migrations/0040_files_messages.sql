-- Photos and papers of any matter. The bytes live in the storage; a row is written only once they are safe there.
create table files (
  authority_id integer not null references authorities (id),
  id uuid not null,
  matter_type text not null,
  matter_id uuid not null,
  role text not null check (role in ('petition', 'evidence', 'message', 'draft')),
  -- Typed by a person: never copied into the history.
  original_name text not null check (char_length(original_name) between 1 and 200),
  media_type text not null check (media_type in ('image/jpeg', 'application/pdf')),
  bytes integer not null check (bytes > 0),
  sha256 bytea not null check (octet_length(sha256) = 32),
  storage_key text not null,
  -- A small picture, for photos only.
  thumb_key text,
  width integer,
  height integer,
  -- Account that sent it; null: the filer, who may have none.
  uploaded_by text,
  -- clock_timestamp: files attached in one transaction keep their order.
  uploaded_at timestamptz not null default clock_timestamp(),
  -- filer: the filer and officers; internal: officers alone; public: everybody who may see the matter.
  visibility text not null check (visibility in ('filer', 'internal', 'public')),
  -- When an officer looked at it and cleared it for everybody.
  cleared_at timestamptz,
  primary key (authority_id, id),
  check ((visibility = 'public') = (cleared_at is not null)),
  check ((media_type = 'image/jpeg') = (thumb_key is not null)),
  check ((width is null) = (height is null))
);

create index files_of_matter on files (authority_id, matter_type, matter_id, uploaded_at);
-- The sweep asks for keys that have no row, whatever the authority.
create index files_by_storage_key on files (storage_key);
create index files_by_thumb_key on files (thumb_key) where thumb_key is not null;

-- The conversation on a matter. It belongs to the matter, not to an account.
create table messages (
  authority_id integer not null references authorities (id),
  id uuid not null,
  matter_type text not null,
  matter_id uuid not null,
  kind text not null check (kind in ('toFiler', 'fromFiler', 'internal')),
  -- Officer who wrote it; null: the filer.
  author_person_id text,
  -- Null once erased: that something was said stays, what was said is gone.
  body text check (char_length(body) between 1 and 20000),
  created_at timestamptz not null default clock_timestamp(),
  primary key (authority_id, id)
);

create index messages_of_matter on messages (authority_id, matter_type, matter_id, created_at);
