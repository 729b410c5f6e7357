-- How long before the end of a session that nobody uses the page warns; always shorter than the shortest limit (five minutes).
alter table session_limits
  add column warning_seconds integer not null default 60 check (warning_seconds between 20 and 240),
  add column changed_by text,
  add column changed_at timestamptz;
