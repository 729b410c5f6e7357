-- Web and worker processes work under a role that owns nothing (src/platform/application-role.ts): it cannot change or remove rows that are
-- only added, nor take away the triggers that guard them. Making the sequence of a new year stays possible, by this function alone.
alter function next_number(text, integer, integer) security definer;
alter function next_number(text, integer, integer) set search_path from current;
