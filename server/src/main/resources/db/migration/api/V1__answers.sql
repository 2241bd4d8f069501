-- Calls that count once: by the hash of the key that the program gave, the hash of what it asked, and the answer, sealed.
-- Without a status the call is under way, or nobody knows what came of it.
create table api.answer (
  company_id uuid not null,
  account_id uuid not null,
  key_sha256 bytea not null,
  request_sha256 bytea not null,
  status smallint,
  media_type text,
  sealed bytea,
  at timestamptz not null,
  primary key (company_id, account_id, key_sha256)
);
create index answer_age on api.answer (company_id, at);
