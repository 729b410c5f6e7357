-- What residents say of a matter that calls itself done, in sums: ONE row a round, written whole with each verdict (decision 0011).
-- A matter that is opened again and reported anew has a new round; the old ones stay.
create table verdict_rounds (
  authority_id integer not null references authorities (id),
  id uuid not null,
  matter_type text not null,
  matter_id uuid not null,
  round integer not null check (round > 0),
  opened_on date not null,
  said_done integer not null default 0 check (said_done >= 0),
  said_partly integer not null default 0 check (said_partly >= 0),
  said_not integer not null default 0 check (said_not >= 0),
  primary key (authority_id, id),
  unique (authority_id, matter_type, matter_id, round)
);

-- Words and photos that somebody gave with a verdict; nobody reads them before an officer has. No account, no mark, no address.
create table verdict_words (
  authority_id integer not null,
  id uuid not null,
  round_id uuid not null,
  -- What its writer can name it by, with the secret: PL-NX-2026-00003.
  code text not null,
  matter_type text not null,
  matter_id uuid not null,
  said text not null check (said in ('done', 'partly', 'not')),
  -- As the writer chose to be called; null: by no name, or erased.
  name text,
  body text,
  photos smallint not null check (photos between 0 and 3),
  status text not null check (status in ('waiting', 'shown', 'removed', 'withdrawn')),
  -- True when an officer has read it: only then everybody does.
  seen boolean not null default false,
  sent_at timestamptz not null,
  secret_hash bytea not null,
  erased_at timestamptz,
  primary key (authority_id, id),
  unique (authority_id, code),
  foreign key (authority_id, round_id) references verdict_rounds (authority_id, id)
);
create index verdict_words_shown on verdict_words (authority_id, matter_type, matter_id, sent_at desc, id desc) where status = 'shown' and seen;
create index verdict_words_of_round on verdict_words (authority_id, round_id);

-- Verdicts of the Front and of the people's inspectorate: named and dated. A new one stands, the earlier ones stay.
create table official_verdicts (
  authority_id integer not null,
  id uuid not null,
  round_id uuid not null,
  seq integer not null check (seq > 0),
  body text not null check (body in ('front', 'inspectorate')),
  said text not null check (said in ('done', 'partly', 'not')),
  words text not null check (words <> ''),
  -- Number of the inspectorate's minutes: 04/BB-TTND.
  minutes text,
  given_on date not null,
  given_by text not null,
  primary key (authority_id, id),
  unique (authority_id, round_id, seq),
  foreign key (authority_id, round_id) references verdict_rounds (authority_id, id),
  check ((body = 'inspectorate') = (minutes is not null))
);
