-- What readers say is wrong in an article. No name, no address, no account is asked for.
create table article_reports (
  authority_id integer not null,
  id uuid not null,
  article_id uuid not null,
  -- Edition that the reader had before the eyes.
  edition integer not null,
  -- The passage, if the reader marked one.
  quote text,
  words text not null check (words <> ''),
  reported_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  -- The same sending twice is one report.
  client_token uuid not null,
  primary key (authority_id, id),
  unique (authority_id, client_token),
  foreign key (authority_id, article_id) references articles (authority_id, id),
  check ((resolved_at is null) = (resolved_by is null))
);
create index article_reports_open on article_reports (authority_id, reported_at desc, id desc) where resolved_at is null;
create index article_reports_resolved on article_reports (authority_id, reported_at desc, id desc) where resolved_at is not null;
-- What is old enough to be forgotten, whatever the authority.
create index article_reports_by_resolution on article_reports (resolved_at) where resolved_at is not null;
