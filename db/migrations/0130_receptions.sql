-- The last number given in the book of a year. Its row stays locked until the entry stands: no number is skipped, none doubled.
create table reception_books (
  authority_id integer not null references authorities (id),
  year integer not null check (year between 2000 and 2199),
  last_number integer not null check (last_number > 0),
  primary key (authority_id, year)
);

-- Sổ tiếp công dân, form 03/TCD (NĐ 154/2026): one row a visit. Nothing is deleted; a correction keeps the earlier text in the history.
create table reception_entries (
  authority_id integer not null references authorities (id),
  id uuid not null,
  year integer not null,
  -- Column 1.
  number integer not null check (number > 0),
  -- Column 2.
  received_on date not null,
  -- Thường xuyên, định kỳ của người đứng đầu, đột xuất.
  occasion text not null check (occasion in ('regular', 'periodic', 'adHoc')),
  -- Column 6: khiếu nại, tố cáo, kiến nghị hoặc phản ánh.
  classification text not null check (classification in ('complaint', 'denunciation', 'petition')),
  -- Column 7: people who come about the same matter.
  people integer not null check (people between 1 and 10000),
  -- First visit about the same matter; the own id when this is the first.
  root_id uuid not null,
  -- The petition or the appointment that it belongs to.
  matter_type text,
  matter_id uuid,
  -- Column 8.
  settled_by text,
  -- Columns 9 to 11, of a visit without a petition; of a petition they are read from the case.
  competent boolean not null,
  guided_to text,
  guided_document text,
  transferred_to text,
  transferred_document text,
  status text not null check (status in ('written', 'erased')),
  version integer not null default 1,
  client_token uuid not null,
  -- Null: written by the filing at the counter itself.
  written_by text,
  written_at timestamptz not null,
  primary key (authority_id, id),
  unique (authority_id, year, number),
  unique (authority_id, client_token),
  unique (authority_id, id, classification),
  foreign key (authority_id, root_id) references reception_entries (authority_id, id),
  check (extract(year from received_on) = year),
  check ((matter_type is null) = (matter_id is null)),
  -- A link would lead to who denounced.
  check (classification <> 'denunciation' or matter_id is null)
);
-- The book by day, and what the reports count.
create index reception_entries_by_day on reception_entries (authority_id, received_on, number);
create index reception_entries_of_matter on reception_entries (authority_id, root_id, received_on, number);
create unique index reception_entry_of_case on reception_entries (authority_id, matter_type, matter_id) where matter_id is not null;

-- Columns 3 and 4: who came. Apart from the entry, read by fewer, erasable; of a denouncer there can be no row (Luật Tố cáo 2018, Đ8).
create table reception_people (
  authority_id integer not null,
  entry_id uuid not null,
  classification text not null check (classification <> 'denunciation'),
  name text not null check (name <> ''),
  address text,
  identity text,
  -- Who speaks for a group.
  representatives text,
  search tsvector not null,
  primary key (authority_id, entry_id),
  foreign key (authority_id, entry_id, classification) references reception_entries (authority_id, id, classification) on update cascade
);
create index reception_people_search on reception_people using gin (search);

-- Columns 5 and 12: what was said and what came of it, in people's words; erasable.
create table reception_words (
  authority_id integer not null,
  entry_id uuid not null,
  summary text not null check (summary <> ''),
  follow_up text,
  search tsvector not null,
  primary key (authority_id, entry_id),
  foreign key (authority_id, entry_id) references reception_entries (authority_id, id)
);
create index reception_words_search on reception_words using gin (search);
