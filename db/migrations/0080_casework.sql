-- The remaining acts of casework.
alter table petitions
  -- The filer was asked to complete it; null when nothing is awaited. Stops no clock.
  add column awaiting_since date,
  add column transferred_on date,
  add column closed_on date,
  -- guided: told where to go; reported: the other authority reported back; finished: nobody had more to say after the answer.
  add column closed_as text check (closed_as in ('guided', 'reported', 'finished')),
  add column promise_kept_on date,
  add column reopened_on date,
  -- What the public reads where an officer cut personal data out; null: the filer's own words.
  add column public_subject text,
  add column public_body text;

alter table petition_answers
  -- superseded: issued, and the case was reopened after it.
  drop constraint petition_answers_state_check,
  add constraint petition_answers_state_check check (state in ('draft', 'replaced', 'returned', 'issued', 'superseded')),
  add column public_text text;

-- The meeting with the complainant before the decision (LKN Đ30): invitation, then minutes.
create table petition_dialogues (
  authority_id integer not null,
  id uuid not null,
  petition_id uuid not null,
  held_on date not null,
  held_at time not null,
  place text,
  invited_by text not null,
  invited_at timestamptz not null,
  attendance text check (attendance in ('held', 'filerAbsent', 'filerDeclined', 'postponed')),
  minutes text,
  recorded_by text,
  recorded_at timestamptz,
  primary key (authority_id, id),
  foreign key (authority_id, petition_id) references petitions (authority_id, id),
  check ((attendance is null) = (recorded_at is null))
);
create index dialogues_of_petition on petition_dialogues (authority_id, petition_id, held_on);
create unique index one_open_invitation on petition_dialogues (authority_id, petition_id) where attendance is null;
