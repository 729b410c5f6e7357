-- What was given up stands in a list of its own (`/api/v1/tasks?view=cancelled`); it is rare, and was looked for among all items.
create index programme_tasks_given_up on programme_tasks (authority_id, id) where status = 'cancelled';
