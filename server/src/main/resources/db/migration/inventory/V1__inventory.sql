-- Every version of the inventory of personal information that a company has adopted; never changed, never removed.
create table inventory.version (
  company_id uuid not null,
  number integer not null,
  name text not null,
  sha256 text not null,
  yaml text not null,
  adopted_at timestamptz not null,
  adopted_by text not null,
  approvers text[] not null,
  primary key (company_id, number)
);
