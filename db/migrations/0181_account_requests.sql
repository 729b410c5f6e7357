-- What people ask of everything that their account holds, and the end of an account.
alter table data_requests
  drop constraint data_requests_subject_type_check,
  add constraint data_requests_subject_type_check check (subject_type in ('petition', 'appointment', 'account'));

-- When name, user name, password and sign-ins of an account were erased.
alter table auth_users add column erased_at timestamptz;
-- An account is named in public by the end of its id alone: TK-9F3D16AB.
create index auth_users_by_code on auth_users (upper(right(id, 8)));

-- Account that asked while signed in; null: asked without one.
alter table appointment_filers add column account_id text;
create index appointments_of_account on appointment_filers (authority_id, account_id) where account_id is not null;
