-- What the rule of retention looks through, the oldest first.
create index verdict_words_at_rest on verdict_words (authority_id, sent_at, id) where erased_at is null and status in ('removed', 'withdrawn');
