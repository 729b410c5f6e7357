-- The last time that the kept counts were rebuilt from the history, and what differed.
create table figure_checks (
  authority_id integer primary key references authorities (id),
  checked_at timestamptz not null,
  -- Matters whose history was read.
  matters integer not null,
  differences integer not null,
  -- The first differences, for who must find the reason: names and numbers of counts, ids of matters, no words.
  examples jsonb not null
);
