-- What the rule of retention looks through, the oldest first.
create index comments_at_rest on comments (authority_id, sent_at, id) where erased_at is null and status <> 'waiting';
