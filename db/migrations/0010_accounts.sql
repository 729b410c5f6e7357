-- Who may sign in: the tables of the sign-in library (better-auth), written by us. One person may act in several authorities,
-- so these alone carry no authority_id.
create table auth_users (
  id text primary key,
  username text not null unique,
  name text not null,
  -- The library asks for an address; we keep none, and write one that cannot exist.
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  -- Made by an administrator or the command line: the person must choose another before doing anything.
  password_is_temporary boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table auth_sessions (
  id text primary key,
  user_id text not null references auth_users (id),
  -- The cookie carries this with a signature; the token alone opens nothing.
  token text not null unique,
  expires_at timestamptz not null,
  -- Always empty: addresses are not kept.
  ip_address text,
  -- A word or two (browser and system), never the whole header.
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_sessions_by_user on auth_sessions (user_id);
create index auth_sessions_by_end on auth_sessions (expires_at);

create table auth_accounts (
  id text primary key,
  user_id text not null references auth_users (id),
  account_id text not null,
  provider_id text not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  -- argon2id, in PHC form.
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (user_id, provider_id)
);

create table auth_verifications (
  id text primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index auth_verifications_by_identifier on auth_verifications (identifier);
create index auth_verifications_by_end on auth_verifications (expires_at);

create table auth_two_factors (
  id text primary key,
  user_id text not null unique references auth_users (id),
  -- Both encrypted with the key of the server.
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_verification_count integer not null default 0,
  locked_until timestamptz
);
create index auth_two_factors_by_secret on auth_two_factors (secret);

-- A code of an authenticator opens once, though it is right for a minute and a half.
create table auth_used_codes (
  user_id text not null references auth_users (id),
  code text not null,
  used_at timestamptz not null,
  primary key (user_id, code)
);

-- Wards, communes and agencies of the authority. They end and are succeeded; they are never removed.
create table units (
  authority_id integer not null references authorities (id),
  id uuid not null,
  name text not null check (name <> ''),
  short_name text not null check (short_name <> ''),
  kind text not null check (
    kind in ('ward', 'commune', 'agency', 'leadership', 'council', 'front', 'organisation', 'police', 'military', 'publicService')
  ),
  valid_from date not null,
  -- Last day on which it exists.
  valid_to date,
  successor_id uuid,
  population integer check (population >= 0),
  -- Order in lists.
  position integer not null default 0,
  primary key (authority_id, id),
  foreign key (authority_id, successor_id) references units (authority_id, id),
  check (valid_to >= valid_from),
  check (successor_id <> id)
);

-- Khu phố and thôn.
create table hamlets (
  authority_id integer not null,
  id uuid not null,
  unit_id uuid not null,
  name text not null check (name <> ''),
  primary key (authority_id, id),
  unique (authority_id, unit_id, name),
  foreign key (authority_id, unit_id) references units (authority_id, id)
);

-- A person's place: one unit at most. Nobody is removed; work ends.
create table staff (
  authority_id integer not null references authorities (id),
  person_id text not null references auth_users (id),
  unit_id uuid,
  roles text[] not null check (
    cardinality(roles) > 0
    and roles <@ array['receptionOfficer', 'caseOfficer', 'unitHead', 'chairman', 'editor', 'auditor', 'administrator', 'resident']
    -- A resident's account is never an officer's.
    and (not 'resident' = any (roles) or cardinality(roles) = 1)
  ),
  valid_from date not null,
  -- Last day of work.
  valid_to date,
  -- Closed at once by an administrator, whatever the days say.
  deactivated_at timestamptz,
  primary key (authority_id, person_id),
  foreign key (authority_id, unit_id) references units (authority_id, id),
  check (valid_to >= valid_from)
);
create index staff_by_unit on staff (authority_id, unit_id);
create index staff_by_person on staff (person_id);

-- Failed sign-ins per window. The key is a keyed hash: neither names nor addresses can be read from it.
create table sign_in_failures (
  authority_id integer not null references authorities (id),
  key text not null,
  window_ends_at timestamptz not null,
  n integer not null,
  primary key (authority_id, key)
);
create index sign_in_failures_by_end on sign_in_failures (window_ends_at);

-- Sign-ins of known persons, with no address.
create table sign_ins (
  authority_id integer not null references authorities (id),
  id bigint generated always as identity,
  person_id text not null references auth_users (id),
  outcome text not null check (outcome in ('signedIn', 'wrongPassword', 'wrongCode', 'ended')),
  at timestamptz not null default now(),
  primary key (authority_id, id)
);
create index sign_ins_by_person on sign_ins (authority_id, person_id, id);
create index sign_ins_by_time on sign_ins (at);
