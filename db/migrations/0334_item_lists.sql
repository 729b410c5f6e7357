-- What was given up stands in a list of its own (`/api/v1/tasks?view=cancelled`); it is rare, and was looked for among all items.
create index programme_tasks_given_up on programme_tasks (authority_id, id) where status = 'cancelled';

-- Open items of a person and of an agency in the order of their lists, those without a day last: the first page is read, not sorted from all.
create index programme_tasks_open_of_person on programme_tasks (authority_id, person_id, coalesce(late_from, date '9999-12-31'), id)
  where person_id is not null and status in ('planned', 'inProgress', 'reported');
create index programme_tasks_open_of_unit on programme_tasks (authority_id, unit_id, coalesce(late_from, date '9999-12-31'), id)
  where unit_id is not null and status in ('planned', 'inProgress', 'reported');
