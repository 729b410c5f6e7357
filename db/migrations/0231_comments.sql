-- Comments of readers on anything that takes them. Who wrote and what was written lies in comment_words.
create table comments (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- What people read out: PL-YK-2026-00003.
  code text not null,
  subject_type text not null,
  subject_id uuid not null,
  -- The comment that it answers; one level only: a parent has none.
  parent_id uuid,
  status text not null check (status in ('waiting', 'shown', 'removed', 'withdrawn')),
  -- Why it was removed, as the public reads it; null when it was not.
  reason text,
  -- True when an officer has read what is shown.
  seen boolean not null default false,
  -- First instant at which everybody could read it; null: never, and then it leaves no trace on the page.
  first_shown_at timestamptz,
  -- Answers that everybody can read.
  replies integer not null default 0 check (replies >= 0),
  by_account boolean not null,
  sent_at timestamptz not null,
  secret_hash bytea not null,
  client_token uuid not null,
  erased_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, code),
  unique (authority_id, client_token),
  foreign key (authority_id, parent_id) references comments (authority_id, id),
  check (parent_id is null or replies = 0)
);
-- The public lists: by day, and by the number of answers.
create index comments_by_day on comments (authority_id, subject_type, subject_id, sent_at, id) where parent_id is null and first_shown_at is not null;
create index comments_by_replies on comments (authority_id, subject_type, subject_id, replies, sent_at, id) where parent_id is null and first_shown_at is not null;
create index comment_replies on comments (authority_id, parent_id, sent_at, id) where first_shown_at is not null;
-- Whether a page shows what no officer has read yet.
create index comments_unseen on comments (authority_id, subject_type, subject_id) where status = 'shown' and not seen;
-- All public comments, for open data.
create index comments_shown on comments (authority_id, sent_at, id) where status = 'shown';

-- A person's name, address and words: apart from the comment, read by fewer, erased on request.
create table comment_words (
  authority_id integer not null,
  comment_id uuid not null,
  name text not null,
  -- Never shown; only to tell the writer what became of it.
  email text,
  account_id text,
  lang text not null check (lang in ('vi', 'en')),
  body text not null,
  primary key (authority_id, comment_id),
  foreign key (authority_id, comment_id) references comments (authority_id, id)
);
create index comments_of_account on comment_words (authority_id, account_id, comment_id) where account_id is not null;
