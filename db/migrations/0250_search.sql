-- One index of public texts other than petitions, which have their own: articles, pages of the site.
create table search_documents (
  authority_id integer not null references authorities (id),
  -- What it is (article, page) and which one.
  type text not null,
  subject_id text not null,
  -- Vietnamese address, begins with a slash.
  href text not null check (href like '/%'),
  title text not null,
  words text not null,
  published_at timestamptz not null,
  -- Title weighs A, words D; folded without tones, and with them (decisions/0005).
  search_plain tsvector not null,
  search_toned tsvector not null,
  primary key (authority_id, type, subject_id)
);
create index search_documents_plain on search_documents using gin (search_plain);
create index search_documents_toned on search_documents using gin (search_toned);
create index search_documents_newest on search_documents (authority_id, published_at desc, subject_id desc);

-- In how many documents a word stands, with its tones: what "did you mean" chooses from.
create table search_words (
  authority_id integer not null references authorities (id),
  word text not null collate "C",
  documents integer not null check (documents >= 0),
  primary key (authority_id, word)
);
