-- Who has done something that is done once: a keyed hash of reader and subject, so that marks of two subjects cannot be linked.
-- No time, no address, and nothing of what was chosen.
create table reader_marks (
  authority_id integer not null references authorities (id),
  subject_type text not null,
  subject_id uuid not null,
  mark bytea not null check (octet_length(mark) = 32),
  primary key (authority_id, subject_type, subject_id, mark)
);

-- The key under which a day's addresses are hashed; thrown away the next day, and with it all that could be found from the hashes.
create table reader_day_keys (
  authority_id integer not null references authorities (id),
  on_date date not null,
  key bytea not null check (octet_length(key) = 32),
  primary key (authority_id, on_date)
);

-- How many readers without an account came from one address today, by subject; the address itself is not kept.
create table reader_buckets (
  authority_id integer not null,
  on_date date not null,
  subject_type text not null,
  subject_id uuid not null,
  bucket bytea not null check (octet_length(bucket) = 32),
  n integer not null check (n > 0),
  primary key (authority_id, on_date, subject_type, subject_id, bucket),
  foreign key (authority_id, on_date) references reader_day_keys (authority_id, on_date) on delete cascade
);
