-- Rooms of the news: notices, activities, plans. Small; kept by editors.
create table article_categories (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- Its address: /tin-tuc?chuyen-muc=…
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  sort integer not null default 0,
  primary key (authority_id, id),
  unique (authority_id, slug)
);

-- How a newsroom works here. No row: the defaults.
create table newsroom_settings (
  authority_id integer primary key references authorities (id),
  -- Whoever saved the newest edition does not publish it.
  four_eyes boolean not null default false
);

-- An article as its newest edition has it; what readers see while it is published.
create table articles (
  authority_id integer not null,
  id uuid not null,
  slug text not null,
  status text not null check (status in ('draft', 'inReview', 'scheduled', 'published', 'withdrawn')),
  version integer not null default 1,
  -- Number of the newest edition of the text: 1, 2, 3 …
  edition integer not null default 1,
  title text not null check (title <> ''),
  lead text,
  -- A document of the closed schema in modules/news/document.ts; never HTML.
  body jsonb not null,
  category_id uuid,
  tags text[] not null default '{}',
  -- "Tác giả" and "Nguồn" as readers see them.
  author text,
  source text,
  -- When readers first saw it; stays when it is withdrawn and shown again.
  published_at timestamptz,
  -- When it will be published by itself.
  scheduled_at timestamptz,
  -- Newest change of the text or the state: what lists and feeds say.
  updated_at timestamptz not null,
  created_at timestamptz not null,
  -- Who saved the newest edition.
  edited_by text not null,
  primary key (authority_id, id),
  unique (authority_id, slug),
  foreign key (authority_id, category_id) references article_categories (authority_id, id),
  check (status <> 'published' or published_at is not null),
  check ((status = 'scheduled') = (scheduled_at is not null))
);
-- Readers' lists, of all and of one category.
create index articles_public on articles (authority_id, published_at desc, id desc) where status = 'published';
create index articles_public_by_category on articles (authority_id, category_id, published_at desc, id desc) where status = 'published';
-- Editors' lists, of all and of one status.
create index articles_by_change on articles (authority_id, updated_at desc, id desc);
create index articles_by_status on articles (authority_id, status, updated_at desc, id desc);
-- What is due to be published, whatever the authority.
create index articles_due on articles (scheduled_at) where status = 'scheduled';

-- Every address that ever led to an article: an old one leads on to the new one.
create table article_slugs (
  authority_id integer not null,
  slug text not null,
  article_id uuid not null,
  primary key (authority_id, slug),
  foreign key (authority_id, article_id) references articles (authority_id, id)
);
create index article_slugs_of_article on article_slugs (authority_id, article_id);

-- Tags of an article; published_at only while readers see it.
create table article_tags (
  authority_id integer not null,
  article_id uuid not null,
  slug text not null,
  name text not null,
  published_at timestamptz,
  primary key (authority_id, article_id, slug),
  foreign key (authority_id, article_id) references articles (authority_id, id)
);
create index article_tags_public on article_tags (authority_id, slug, published_at desc, article_id desc) where published_at is not null;

-- Every edition of the text, whole: compared, and brought back.
create table article_versions (
  authority_id integer not null,
  article_id uuid not null,
  edition integer not null,
  title text not null,
  lead text,
  body jsonb not null,
  category_id uuid,
  tags text[] not null,
  author text,
  source text,
  saved_by text not null,
  saved_at timestamptz not null,
  primary key (authority_id, article_id, edition),
  foreign key (authority_id, article_id) references articles (authority_id, id)
);

-- What an editor has typed and not yet saved as an edition: one row an editor and article, written every few seconds.
create table article_drafts (
  authority_id integer not null,
  article_id uuid not null,
  person_id text not null,
  -- Edition that the editor had before the eyes when beginning to type.
  base_edition integer not null,
  content jsonb not null,
  saved_at timestamptz not null,
  primary key (authority_id, article_id, person_id),
  foreign key (authority_id, article_id) references articles (authority_id, id)
);
