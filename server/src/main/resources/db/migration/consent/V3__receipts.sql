-- The receipt that was given of an answer: whoever asks again gets the same bytes.
create table consent.receipt (
  company_id uuid not null,
  person_id uuid not null,
  event_id uuid not null,
  file bytea not null,
  primary key (company_id, person_id, event_id)
);
