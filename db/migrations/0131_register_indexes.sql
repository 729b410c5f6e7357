-- Cases that stand open, by the day of receipt: the 45-day alarm and what a report carries over.
create index petitions_open_by_receipt on petitions (authority_id, received_on, id) where status in ('received', 'accepted', 'suspended');
-- The days on which cases ended: what a report settles. Entries of filing are not in it.
create index history_endings on history_entries (authority_id, at, matter_id)
  where matter_type = 'petition' and type in ('petition.declined', 'petition.guided', 'petition.transferred', 'petition.answered', 'petition.withdrawn');
