-- Cases for others are few among all: the inbox finds them here, not by asking each case.
create index petition_behalves_by_kind on petition_behalves (authority_id, behalf, petition_id);
