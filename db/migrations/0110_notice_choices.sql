-- How much mail the person behind a matter wants, changed on the case or from a mail. No row: a mail at every step.
create table notice_choices (
  authority_id integer not null references authorities (id),
  matter_type text not null,
  matter_id uuid not null,
  choice text not null check (choice in ('each', 'daily', 'none')),
  changed_at timestamptz not null,
  primary key (authority_id, matter_type, matter_id)
);

alter table outbox
  -- optional: the person may silence it; always: law or safety wants it told; work: to an officer.
  add column manner text not null default 'optional' check (manner in ('optional', 'always', 'work')),
  -- The daily mail in which this one was told.
  add column digest_id uuid,
  drop constraint outbox_state_check,
  -- gathered: waits for the daily mail; digested: told in it; silenced: the person wants no mail.
  add constraint outbox_state_check check (state in ('queued', 'gathered', 'digested', 'silenced', 'sent', 'failed', 'kept')),
  add constraint outbox_waiting_has_words check (state <> 'gathered' or to_address is not null),
  add constraint outbox_digested_names_digest check ((state = 'digested') = (digest_id is not null)),
  add constraint outbox_digest_fkey foreign key (authority_id, digest_id) references outbox (authority_id, id);

update outbox set manner = 'always'
  where kind in ('petition.declined', 'petition.answered', 'petition.dialogueInvited', 'petition.secretRenewed');

-- The hourly look for matters whose daily mail is due, whatever the authority.
create index outbox_gathered on outbox (authority_id, matter_type, matter_id, id) where state = 'gathered';
