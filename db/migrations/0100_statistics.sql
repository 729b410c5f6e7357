-- Lists behind the numbers of the statistics: answered cases by the day of the answer, whole and of a unit; promises by their day.
create index petitions_answered on petitions (authority_id, answered_on desc, id desc) where answered_on is not null;
create index petitions_answered_of_unit on petitions (authority_id, unit_id, answered_on desc, id desc) where answered_on is not null;
create index petitions_answered_late on petitions (authority_id, answered_on desc, id desc) where answered_on is not null and answered_late;
create index petitions_answered_late_of_unit on petitions (authority_id, unit_id, answered_on desc, id desc) where answered_on is not null and answered_late;
create index petitions_answered_extended on petitions (authority_id, answered_on desc, id desc) where extended and answered_on is not null;
create index petitions_answered_verdict on petitions (authority_id, verdict, answered_on desc, id desc) where answered_on is not null and verdict is not null;
create index petitions_promised on petitions (authority_id, promised_on, id)
  where status = 'answered' and outcome = 'promised' and promised_on is not null and promise_kept_on is null and verdict is distinct from 'yes';

-- Two counts are new: what they would be had they been kept from the beginning.
insert into tallies (authority_id, name, owner, bucket, slot, n)
select authority_id, name, owner, bucket, 0, count(*)
from (
  select authority_id, unit_id, 'petition.onTimeExtended' as name, to_char(answered_on, 'YYYY-MM') as bucket
  from petitions where answered_on is not null and extended and answered_late is not true
  union all
  select authority_id, unit_id, 'petition.promise', promised_on::text
  from petitions where status = 'answered' and outcome = 'promised' and promised_on is not null and promise_kept_on is null and verdict is distinct from 'yes'
) as counted
cross join lateral (select 'all' as owner union all select 'unit:' || unit_id where unit_id is not null) as owners
group by authority_id, name, owner, bucket;
