-- Votes that an earlier portal had counted before the poll came here, by place: part of `votes` as well, and told apart wherever results
-- are shown, for that portal did not promise one vote each. Null: asked here from the first vote on.
alter table poll_counts add column brought_votes integer[] check (0 <= all (brought_votes));
-- Day on which it came, in Vietnam.
alter table poll_counts add column brought_on date;
alter table poll_counts add constraint poll_counts_brought_whole check ((brought_on is null) = (brought_votes is null));
