-- Somebody who spoke for a group, or signed, and does so no more: until that day. The name stays, since acts were done in it, and goes with the others.
alter table petition_parties add column ended_on date;
