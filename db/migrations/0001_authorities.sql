-- The body that runs the office: a commune, a ward, or the town of the demonstration. First in every key.
create table authorities (
  id integer primary key,
  slug text not null unique,
  name text not null,
  short_name text not null,
  -- Begins the codes of its petitions: PL-2026-00128.
  code_prefix text not null unique check (code_prefix ~ '^[A-Z]{2,5}$'),
  tier text not null check (tier in ('commune', 'ward', 'specialZone', 'town', 'province')),
  -- A remote or mountainous area has longer limits in the law on complaints.
  remote boolean not null default false,
  demo boolean not null default false,
  valid_from date not null,
  valid_to date,
  -- Address at which this authority answers; null: any.
  host text unique,
  address text not null default '',
  reception_hours text not null default '',
  phone text not null default ''
);
