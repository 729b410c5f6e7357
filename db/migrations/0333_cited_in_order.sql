-- The first items of a sentence in their order, whatever their number.
create index programme_task_anchors_cited on programme_task_anchors (authority_id, document_id, anchor_id, task_id);
drop index programme_task_anchors_back;
