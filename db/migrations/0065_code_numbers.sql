-- Numbers of codes for every feature, one sequence per series, authority and year: handed out without a lock, so a number may be
-- skipped, never doubled. The sequences of petitions keep their names, so their numbers go on.
create function next_number(series text, authority integer, of_year integer) returns bigint language plpgsql as $$
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
  return nextval(name);
end $$;

drop function next_petition_number(integer, integer);
