-- Free texts of the office ("Giới thiệu"): written, reviewed, corrected and withdrawn like an article, at /trang/…, in no list of news.
alter table articles
  add column kind text not null default 'article' check (kind in ('article', 'page')),
  drop constraint articles_authority_id_slug_key,
  add constraint articles_slug_of_kind unique (authority_id, kind, slug),
  -- A page has none of what makes an article news.
  add constraint pages_are_no_news check (kind = 'article' or (category_id is null and tags = '{}' and author is null and source is null));

-- News and pages have addresses of their own: both may be called gioi-thieu.
alter table article_slugs
  add column kind text not null default 'article' check (kind in ('article', 'page')),
  drop constraint article_slugs_pkey,
  add primary key (authority_id, kind, slug);

-- Readers' lists are of news alone; of pages there is one short list.
drop index articles_public;
create index articles_public on articles (authority_id, published_at desc, id desc) where status = 'published' and kind = 'article';
create index pages_public on articles (authority_id, slug) where status = 'published' and kind = 'page';
-- Editors' lists of one kind.
create index articles_by_kind on articles (authority_id, kind, updated_at desc, id desc);
create index articles_by_kind_and_status on articles (authority_id, kind, status, updated_at desc, id desc);
