-- The administrator's list of what a calendar change moved, newest first.
create index clock_events_recomputed on clock_events (authority_id, at desc, clock_id) where type = 'recomputed';
