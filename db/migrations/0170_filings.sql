-- Every filing that was acknowledged, one row for ever: its token makes it happen once. What a filing said stands in `document` until it
-- is spread into the tables of petitions, moments later; then it is emptied, and nothing of a person is left here.
create table filings (
  -- No reference to authorities here: each new row would lock the one row of the authority, thousands of times a minute.
  authority_id integer not null,
  -- Fingerprint of the filing's token, never the token.
  client_token uuid not null,
  petition_id uuid not null,
  code text not null,
  received_at timestamptz not null,
  document json,
  -- Tries to spread it that failed; the code of the last error, without anybody's words.
  failures integer not null default 0,
  failed_at timestamptz,
  error_code text,
  primary key (authority_id, client_token)
  -- A document stays in its row up to most of a page and is never compressed: it lives for moments, and compression takes longer than the insert.
) with (toast_tuple_target = 8160);
alter table filings alter column document set storage external;
-- The only other index, for an insert as cheap as can be. Codes follow the order of filing; among petitions they are unique as ever.
create unique index filings_waiting on filings (authority_id, code) where document is not null;

insert into filings (authority_id, client_token, petition_id, code, received_at)
select authority_id, client_token, id, code, received_at from petitions;
