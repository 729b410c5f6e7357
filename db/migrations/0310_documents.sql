-- Resolutions, plans, programmes, decisions: papers that promises are read from and measured by.
create table documents (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- In addresses: ke-hoach-37-kh-ubnd.
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  status text not null check (status in ('draft', 'published', 'withdrawn', 'discarded')),
  version integer not null default 1,
  kind text not null check (
    kind in ('resolution', 'plan', 'programme', 'decision', 'directive', 'report', 'announcement', 'guidance', 'letter', 'other')
  ),
  -- Number and symbol as printed: 37/KH-UBND; null where the paper has none.
  number text check (number <> ''),
  issuer text not null check (issuer <> ''),
  signer text check (signer <> ''),
  -- Trích yếu: what it is about, in a line.
  subject text not null check (subject <> ''),
  issued_on date,
  valid_from date,
  -- Last day on which it is in force; null: until something replaces it.
  valid_to date,
  -- Newest edition of its text: 1, 2, 3 …; 0: no text yet.
  edition integer not null default 0,
  published_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, slug),
  check (valid_to >= valid_from),
  check (status <> 'published' or (published_at is not null and edition > 0))
);
-- Readers' list, the newest paper first; papers without a day stand last.
create index documents_public on documents (authority_id, (coalesce(issued_on, date '0001-01-01')) desc, id desc) where status = 'published';
create index documents_public_by_kind on documents (authority_id, kind, (coalesce(issued_on, date '0001-01-01')) desc, id desc) where status = 'published';
-- The office's list.
create index documents_by_change on documents (authority_id, updated_at desc, id desc);
create index documents_by_number on documents (authority_id, number) where number is not null;

-- What one document does to another: replaces it, amends it, carries it out.
create table document_links (
  authority_id integer not null,
  document_id uuid not null,
  kind text not null check (kind in ('replaces', 'amends', 'implements')),
  other_id uuid not null,
  primary key (authority_id, document_id, kind, other_id),
  foreign key (authority_id, document_id) references documents (authority_id, id),
  foreign key (authority_id, other_id) references documents (authority_id, id),
  check (document_id <> other_id)
);
create index document_links_back on document_links (authority_id, other_id, kind);

-- Each edition of a text is whole and stays.
create table document_editions (
  authority_id integer not null,
  document_id uuid not null,
  edition integer not null check (edition > 0),
  -- The text as it was pasted or read from the file, a line a paragraph.
  source text not null check (source <> ''),
  made_at timestamptz not null,
  made_by text not null,
  primary key (authority_id, document_id, edition),
  foreign key (authority_id, document_id) references documents (authority_id, id)
);

-- Headings, clauses, sentences and cells of an edition, in order. An anchor is the sentence through all editions.
create table document_passages (
  authority_id integer not null,
  document_id uuid not null,
  edition integer not null,
  -- Order in the text, from 1.
  place integer not null check (place > 0),
  -- The same in a later edition where it is the same sentence: what cites it holds on to this.
  anchor_id uuid not null,
  -- Address that people read: II/1/a#2.
  path text not null,
  kind text not null check (kind in ('heading', 'clause', 'sentence', 'cell')),
  depth smallint not null default 0,
  text text not null check (text <> ''),
  -- How it came from the edition before: new in this one, the same, at another place, or in other words.
  came text not null default 'new' check (came in ('new', 'same', 'moved', 'changed')),
  primary key (authority_id, document_id, edition, place),
  unique (authority_id, document_id, edition, anchor_id),
  foreign key (authority_id, document_id, edition) references document_editions (authority_id, document_id, edition)
);
create index document_passages_by_anchor on document_passages (authority_id, anchor_id, edition desc);

alter table files drop constraint files_role_check;
alter table files add constraint files_role_check check (role in ('petition', 'evidence', 'message', 'draft', 'article', 'document'));
