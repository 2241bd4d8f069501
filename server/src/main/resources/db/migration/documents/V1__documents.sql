-- What a house says in writing. An approved version never changes. docs/formats/document.md
create table documents.version (
  company_id uuid not null,
  document_id uuid not null,
  number int not null,
  kind text not null,
  sha256 text not null,
  state text not null,
  author uuid not null,
  written_at timestamptz not null,
  approved_at timestamptz,
  approvers text[] not null,
  body bytea not null, -- sealed
  primary key (company_id, document_id, number)
);
create index version_in_force on documents.version (company_id, kind, approved_at desc) where state = 'APPROVED';

-- What the outside may read.
create table documents.publication (
  company_id uuid not null,
  publication_id uuid not null,
  document_id uuid not null,
  number int not null,
  kind text not null,
  sha256 text not null,
  audience text not null,
  valid_from timestamptz not null,
  valid_until timestamptz,
  primary key (company_id, publication_id)
);
create index publication_current on documents.publication (company_id, audience, valid_from desc);
