-- What people agreed to, and took back: which text was shown, when. By matter, never by name; only added.
create table consent_entries (
  -- No reference to authorities here: each new row would lock the one row of the authority, thousands of times a minute.
  authority_id integer not null,
  id uuid not null,
  matter_type text not null,
  matter_id uuid not null,
  -- publication: the case in the public register; notifications: mail about it.
  purpose text not null check (purpose in ('publication', 'notifications')),
  given boolean not null,
  -- Version of the sentence that was shown; null: said without a form of ours (a program), or carried over to the second instance.
  text_version text,
  by_role text not null check (by_role in ('filer', 'receptionOfficer')),
  at timestamptz not null,
  primary key (authority_id, id)
);
create index consents_of_matter on consent_entries (authority_id, matter_type, matter_id, id);
create trigger consents_are_append_only before update or delete on consent_entries for each row execute function refuse_change();
create trigger consents_are_never_emptied before truncate on consent_entries for each statement execute function refuse_change();
