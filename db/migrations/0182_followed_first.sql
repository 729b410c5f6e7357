-- Officers' lists with the most followed cases on top. Few cases are followed: what nobody follows stands in neither, and costs a filing nothing.
create index petitions_followed on petitions (authority_id, followers desc, id desc) where followers > 0;
create index petitions_followed_of_unit on petitions (authority_id, unit_id, followers desc, id desc) where followers > 0 and unit_id is not null;
