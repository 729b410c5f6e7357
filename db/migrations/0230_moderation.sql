-- Whatever people write for everybody to read waits here for an officer, or is read by one afterwards. No personal text in these rows.
create table moderation_items (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- What was written: comment.
  subject_type text not null,
  subject_id uuid not null,
  -- What it stands under: article.
  about_type text not null,
  about_id uuid not null,
  status text not null check (status in ('waiting', 'shown', 'removed', 'withdrawn')),
  -- unread: no person has decided on the newest text yet.
  step text not null check (step in ('unread', 'read')),
  version integer not null default 1,
  -- Which of its texts is the newest: 1, 2 …
  revision integer not null default 1,
  -- Of the list of reasons; kept while it is removed.
  reason text,
  -- Of the text, never of a person; with what it was made of: {"links": 30}.
  score integer not null check (score >= 0),
  signals jsonb not null default '{}',
  suspect boolean not null,
  sent_at timestamptz not null,
  -- When it came to where it stands: lists are in this order.
  moved_at timestamptz not null,
  -- First instant at which everybody could read it; null: never.
  first_shown_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, subject_type, subject_id),
  check ((status = 'removed') = (reason is not null)),
  check (status <> 'shown' or first_shown_at is not null)
);
create index moderation_by_state on moderation_items (authority_id, status, step, moved_at, id);
create index moderation_suspects on moderation_items (authority_id, status, step, moved_at, id) where suspect;
create index moderation_by_reason on moderation_items (authority_id, reason, moved_at, id) where reason is not null;

-- Every text as it was sent: removal changes nothing here, so that a removal can be checked and reversed. Erased on request.
create table moderation_texts (
  authority_id integer not null,
  item_id uuid not null,
  revision integer not null,
  body text not null,
  -- Hash of the text without case, tones, spaces and signs: finds the same text sent again.
  likeness bytea not null,
  sent_at timestamptz not null,
  primary key (authority_id, item_id, revision),
  foreign key (authority_id, item_id) references moderation_items (authority_id, id)
);
create index moderation_texts_alike on moderation_texts (authority_id, likeness, sent_at);

-- Rules of the site; no row: each text waits for an officer.
create table moderation_settings (
  authority_id integer not null references authorities (id),
  subject_type text not null,
  -- A text that nothing speaks against is shown at once, and read afterwards.
  show_at_once boolean not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (authority_id, subject_type)
);
