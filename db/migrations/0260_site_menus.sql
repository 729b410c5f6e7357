-- The menu that an editor made; no row: the one that comes with the software. Each change is a version, and audited.
create table site_menus (
  authority_id integer not null references authorities (id),
  place text not null check (place in ('main', 'footer')),
  version integer not null default 1,
  -- [{ "label": …, "labelEn": …, "href": … }], in order; labelEn null: the Vietnamese one.
  items jsonb not null,
  changed_by text not null,
  changed_at timestamptz not null,
  primary key (authority_id, place)
);
