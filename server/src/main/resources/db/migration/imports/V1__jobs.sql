-- Imports that people began. What was said about a source (its name, its columns, what they are) is sealed under the key
-- of the upload and unreadable once that key is erased.
create table imports.job (
  company_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('CSV', 'XLSX', 'TABLE')),
  state text not null
    check (state in ('UPLOADING', 'READY', 'REHEARSING', 'RUNNING', 'STOPPED', 'DONE', 'CANCELLED')),
  account_id uuid not null,
  begun_at timestamptz not null,
  changed_at timestamptz not null,
  started_at timestamptz,
  bytes bigint not null default 0,
  source_sha256 text not null default '',
  survey bytea,
  reading bytea,
  taken bigint not null default 0,
  size bigint not null default 0,
  imported bigint not null default 0,
  rejected bigint not null default 0,
  rejections text not null default '',
  left_out text not null default '',
  rehearsed boolean not null default false,
  reason text not null default '',
  intake_id uuid,
  primary key (company_id, id)
);

-- What is still to be done about the original of a source: whoever has it must do away with it, or say why not.
create table imports.disposal (
  company_id uuid not null,
  job_id uuid not null,
  people bigint not null,
  opened_at timestamptz not null,
  due_at timestamptz not null,
  places text not null default '',
  how text not null default '',
  done_by uuid,
  done_at timestamptz,
  primary key (company_id, job_id)
);
