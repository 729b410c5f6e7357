-- The name of a series' sequence, made where it was missing, without taking a number: a statement that enters many rows then asks the
-- sequence itself, which costs a tenth of the function for each.
create function ready_series(series text, authority integer, of_year integer) returns text language plpgsql security definer set search_path from current as $$
declare
  name text := format('%s_numbers_%s_%s', series, authority, of_year);
begin
  if series !~ '^[a-z]{1,20}$' then
    raise exception 'a series is named by lower-case letters: %', series;
  end if;
  if to_regclass(name) is null then
    begin
      execute format('create sequence if not exists %I', name);
    exception when unique_violation or duplicate_table then
      null; -- another connection made it a moment ago
    end;
  end if;
  -- The owner made it, and the application's role asks it for numbers.
  if not has_sequence_privilege('public', name, 'usage') then
    execute format('grant usage on sequence %I to public', name);
  end if;
  return name;
end $$;
-- One place makes the sequence of a series.
create or replace function next_number(series text, authority integer, of_year integer) returns bigint language sql security definer set search_path from current as $$
  select nextval(ready_series(series, authority, of_year)::regclass)
$$;
