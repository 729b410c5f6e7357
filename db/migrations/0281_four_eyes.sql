-- Who last set how the newsroom works, and when; shown beside the setting. Blank: a row of before.
alter table newsroom_settings
  add column changed_by text,
  add column changed_at timestamptz;
