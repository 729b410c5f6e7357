-- The office's list shows one status at a time.
create index documents_by_status on documents (authority_id, status, updated_at desc, id desc);
