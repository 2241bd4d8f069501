-- Filed papers, each sealed: for the person it concerns, or else for the company. docs/formats/paper.md
create table papers.paper (
  company_id uuid not null,
  paper_id uuid not null,
  person_id uuid,
  kind text not null,
  bytes bigint not null,
  sha256 text not null,
  filed_at timestamptz not null,
  body bytea not null,
  primary key (company_id, paper_id)
);
create index paper_person on papers.paper (company_id, person_id) where person_id is not null;
