-- Reminders to officers: one mail each working morning.
alter table staff
  -- Work address in this authority; null: reminded in the inbox alone.
  add column email text check (email <> '' and char_length(email) <= 200),
  -- False: told of what is due today or overdue, not of what comes due.
  add column remind_before_due boolean not null default true;

-- Promises that run after the answer: the morning's reminders ask for those that come due.
create index petitions_promised_due on petitions (authority_id, due_on, id)
  where status = 'answered' and outcome = 'promised' and promise_kept_on is null;
