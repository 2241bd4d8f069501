-- One row each time a fact changed that decides about people; the newest is kept.
create table standing.change (
  company_id uuid not null,
  change_id bigint generated always as identity,
  primary key (company_id, change_id)
);
