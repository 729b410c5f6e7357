-- Where a tag went that was renamed or merged: its old address leads on, and whoever writes it again gets the present one.
create table article_tag_moves (
  authority_id integer not null references authorities (id),
  slug text not null check (slug <> ''),
  into_slug text not null check (into_slug <> slug),
  -- As it is written.
  into_name text not null check (into_name <> ''),
  moved_at timestamptz not null,
  primary key (authority_id, slug)
);
create index article_tag_moves_into on article_tag_moves (authority_id, into_slug);

-- Every tag by its address, of articles in any state: what the desk lists and moves.
create index article_tags_by_slug on article_tags (authority_id, slug, article_id);
