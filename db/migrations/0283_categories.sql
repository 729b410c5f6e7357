-- Categories in two levels, hidden or merged into another one. A merged one stays as a row: old editions and old addresses name it.
alter table article_categories
  -- Null: of the first level. A category of the second level has none below it.
  add column parent_id uuid,
  -- Offered to nobody; its articles stay where they are.
  add column hidden boolean not null default false,
  add column merged_into uuid,
  add column version integer not null default 1,
  add foreign key (authority_id, parent_id) references article_categories (authority_id, id),
  add foreign key (authority_id, merged_into) references article_categories (authority_id, id),
  add check (parent_id <> id),
  add check (merged_into <> id),
  add check (merged_into is null or parent_id is null);

-- Every address that a category ever had: an old one leads on.
create table article_category_slugs (
  authority_id integer not null,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  category_id uuid not null,
  primary key (authority_id, slug),
  foreign key (authority_id, category_id) references article_categories (authority_id, id)
);
insert into article_category_slugs (authority_id, slug, category_id) select authority_id, slug, id from article_categories;
-- What a merger moves, whatever its state.
create index articles_by_category on articles (authority_id, category_id) where category_id is not null;
