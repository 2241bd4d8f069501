-- Texts that somebody put to the vote, so that whoever votes reads exactly what is voted on.
create table inventory.proposal (
  company_id uuid not null,
  sha256 text not null,
  yaml text not null,
  primary key (company_id, sha256)
);
