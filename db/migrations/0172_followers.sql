-- People who say "me too" of a public case and are told its public steps. Addresses are read by the mail alone: no page shows who follows.
create table petition_followers (
  authority_id integer not null,
  id uuid not null,
  petition_id uuid not null,
  -- Null: follows with an account alone, or erased.
  email text check (email <> '' and char_length(email) <= 200),
  account_id text references auth_users (id) on delete set null,
  lang text not null check (lang in ('vi', 'en')),
  asked_at timestamptz not null,
  -- Counted from then on; null: the address was not confirmed, and nothing but the question was sent there.
  confirmed_at timestamptz,
  email_confirmed_at timestamptz,
  -- Last entry of the history of which the follower was told.
  told_seq integer not null default 0,
  -- The case left the register: an account reads so in its list for a while. Not counted, never told again.
  ended_at timestamptz,
  -- When address and account were erased; the row stays for the count.
  erased_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petitions (authority_id, id),
  check (erased_at is null or (email is null and account_id is null)),
  check (email_confirmed_at is null or confirmed_at is not null),
  check (ended_at is null or (email is null and confirmed_at is null))
);
create unique index followers_by_address on petition_followers (authority_id, petition_id, lower(email)) where email is not null;
create unique index followers_by_account on petition_followers (authority_id, petition_id, account_id) where account_id is not null;
-- What one account follows, newest first.
create index followers_of_account on petition_followers (authority_id, account_id, id) where account_id is not null;
-- How often an address was asked lately, whoever typed it.
create index followers_asked on petition_followers (authority_id, lower(email), asked_at) where email is not null and email_confirmed_at is null;
-- Whom to tell of a case.
create index followers_told on petition_followers (authority_id, petition_id, id) where email_confirmed_at is not null;
-- The nightly erasure.
create index followers_unconfirmed on petition_followers (asked_at) where email is not null and email_confirmed_at is null;

-- How many confirmed followers a case has had: kept with each follower, and compared each night with the rows.
alter table petitions add column followers integer not null default 0 check (followers >= 0);

alter table consent_entries
  drop constraint consent_entries_by_role_check,
  add constraint consent_entries_by_role_check check (by_role in ('filer', 'receptionOfficer', 'follower'));
