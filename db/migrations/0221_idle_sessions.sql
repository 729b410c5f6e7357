-- When a session was last used: one that was left alone for too long is over.
alter table auth_sessions add seen_at timestamptz not null default now();

-- How long a session may be left alone here. No row: the defaults of the program.
create table session_limits (
  authority_id integer primary key references authorities (id),
  officer_minutes integer not null check (officer_minutes between 5 and 480),
  resident_minutes integer not null check (resident_minutes between 5 and 720)
);
