-- A question of the office to readers, with given answers.
create table polls (
  authority_id integer not null references authorities (id),
  id uuid not null,
  -- In addresses: theo-ban-thong-tin-noi-dung-cua-website-the-nao.
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  question text not null check (question <> ''),
  status text not null check (status in ('draft', 'scheduled', 'open', 'closed', 'withdrawn', 'discarded')),
  version integer not null default 1,
  -- 1: one answer alone.
  most_choices smallint not null check (most_choices between 1 and 20),
  -- First and last day of voting, in Vietnam; both included.
  opens_on date not null,
  closes_on date not null,
  who_votes text not null check (who_votes in ('everybody', 'accounts')),
  results_shown text not null check (results_shown in ('always', 'afterVoting', 'afterClosing')),
  -- Day of closing, withdrawing or discarding; some days later the marks of voters go.
  ended_on date,
  marks_forgotten boolean not null default false,
  primary key (authority_id, id),
  unique (authority_id, slug),
  check (opens_on <= closes_on),
  check ((ended_on is not null) = (status in ('closed', 'withdrawn', 'discarded')))
);
-- The office's lists, the front page, and what a worker opens and closes.
create index polls_by_status on polls (authority_id, status, opens_on, id);
create index polls_by_day on polls (authority_id, opens_on, id);
-- The public list.
create index polls_shown on polls (authority_id, opens_on, id) where status in ('open', 'closed', 'withdrawn');
create index polls_to_forget on polls (authority_id, ended_on) where ended_on is not null and not marks_forgotten;

create table poll_options (
  authority_id integer not null,
  poll_id uuid not null,
  -- 1 to 20: how votes name it.
  place smallint not null check (place between 1 and 20),
  words text not null check (words <> ''),
  primary key (authority_id, poll_id, place),
  foreign key (authority_id, poll_id) references polls (authority_id, id)
);

-- Votes by place, and how many voted, in ONE row a poll: no row of a choice shares a transaction with the mark of a voter.
create table poll_counts (
  authority_id integer not null,
  poll_id uuid not null,
  voters integer not null default 0 check (voters >= 0),
  votes integer[] not null check (0 <= all (votes)),
  primary key (authority_id, poll_id),
  foreign key (authority_id, poll_id) references polls (authority_id, id)
);
