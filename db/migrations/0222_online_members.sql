-- Of those who are online, how many are signed in: whether, never who. The flag goes with the visit, at most half an hour after its last page.
alter table open_visits add column member boolean not null default false;
alter table online_minutes add column members integer not null default 0;
