-- Where batches of another database's rows end: the key of the row, sealed under the key of the upload.
create table imports.mark (
  company_id uuid not null,
  job_id uuid not null,
  row_number bigint not null,
  key bytea not null,
  primary key (company_id, job_id, row_number)
);
