-- What the reading of a paper proposes for a plan, sentence by sentence, until an officer takes it; what was not understood stands here as well.
create table programme_proposals (
  authority_id integer not null,
  programme_id uuid not null,
  -- Order in the paper, from 1.
  place integer not null check (place > 0),
  -- As read, then as the officer mended it.
  kind text not null check (kind in ('objective', 'task', 'measure', 'target')),
  title text not null check (title <> ''),
  -- Agencies by the names of the paper or of our units; several partners are parted by a semicolon.
  lead text,
  partners text,
  due_words text,
  due_on date,
  every text check (every in ('month', 'quarter', 'half-year', 'year', 'always')),
  -- Where it stands in the paper, and its words there.
  path text not null,
  sentence text not null,
  anchor_id uuid,
  -- How sure the reading is; null: not understood, `because` says why.
  sure numeric(3, 2) check (sure between 0 and 1),
  because text,
  ticked boolean not null,
  -- It goes into the item before it.
  joined boolean not null default false,
  taken_on date,
  primary key (authority_id, programme_id, place),
  foreign key (authority_id, programme_id) references programmes (authority_id, id),
  check ((sure is null) = (because is not null))
);
