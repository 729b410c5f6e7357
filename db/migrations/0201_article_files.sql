-- Articles show pictures and offer papers of an office: Word, Excel and OpenDocument as well.
alter table files drop constraint files_role_check;
alter table files add constraint files_role_check check (role in ('petition', 'evidence', 'message', 'draft', 'article'));
alter table files drop constraint files_media_type_check;
alter table files add constraint files_media_type_check check (
  media_type in (
    'image/jpeg',
    'application/pdf',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'application/vnd.oasis.opendocument.text',
    'application/vnd.oasis.opendocument.spreadsheet'
  )
);

-- The same picture in other widths (WebP), for pages that many read.
create table file_widths (
  authority_id integer not null,
  file_id uuid not null,
  width integer not null check (width > 0),
  storage_key text not null,
  primary key (authority_id, file_id, width),
  foreign key (authority_id, file_id) references files (authority_id, id) on delete cascade
);
-- The sweep asks for keys that have no row, whatever the authority.
create index file_widths_by_storage_key on file_widths (storage_key);

-- What the guard saw in a paper that is to be published: codes and counts, never the words themselves.
create table file_findings (
  authority_id integer not null,
  file_id uuid not null,
  findings jsonb not null,
  -- Who looked at it and said that it may go out.
  confirmed_by text,
  confirmed_at timestamptz,
  primary key (authority_id, file_id),
  foreign key (authority_id, file_id) references files (authority_id, id) on delete cascade,
  check ((confirmed_by is null) = (confirmed_at is null))
);
