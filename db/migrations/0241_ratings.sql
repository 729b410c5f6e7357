-- An editor may switch ratings of an article off; what was rated stays and is shown.
alter table articles add column ratings_on boolean not null default true;

-- One rating a reader and article: who it is only as a keyed hash of reader and article. No time, no address.
create table article_ratings (
  authority_id integer not null,
  article_id uuid not null,
  reader bytea not null check (octet_length(reader) = 32),
  stars smallint not null check (stars between 1 and 5),
  primary key (authority_id, article_id, reader),
  foreign key (authority_id, article_id) references articles (authority_id, id)
);

-- Sums by article, moved in the transaction of each rating; the start is what an earlier portal had counted, and is in the sums.
create table article_rating_totals (
  authority_id integer not null,
  article_id uuid not null,
  -- Points and ratings, as the sentence on the page tells them.
  points integer not null default 0,
  ratings integer not null default 0,
  start_points integer not null default 0,
  start_ratings integer not null default 0,
  primary key (authority_id, article_id),
  foreign key (authority_id, article_id) references articles (authority_id, id),
  check (start_ratings >= 0 and start_points between start_ratings and 5::bigint * start_ratings),
  check (ratings >= start_ratings and points - start_points between ratings - start_ratings and 5::bigint * (ratings - start_ratings))
);
-- Open data: what was rated at all.
create index article_rating_totals_rated on article_rating_totals (authority_id, article_id) where ratings > 0;
