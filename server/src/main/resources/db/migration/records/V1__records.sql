-- Sealed records, their blind index, and what arrived in packages. One partition a company, so that its index can be
-- built after a large load. The functions are for the owner of the tables.
create table records.record (
  company_id uuid not null,
  person_id uuid not null,
  record_id uuid not null,
  key_id uuid not null,
  slot integer not null,
  kind smallint not null,
  active_on date not null,
  minor boolean not null,
  restricted boolean not null,
  keep_rule text,
  keep_until date,
  ledger_key bytea not null,
  sealed bytea not null,
  primary key (company_id, person_id)
) partition by list (company_id);

create table records.tag (
  company_id uuid not null,
  tag bigint not null,
  person_id uuid not null,
  epoch smallint not null
) partition by list (company_id);

-- Records that came in a package and are not yet under keys of this company.
create table records.received (
  company_id uuid not null,
  person_id uuid not null,
  record_id uuid not null,
  key_id uuid not null,
  slot integer not null,
  kind smallint not null,
  active_on date not null,
  minor boolean not null,
  restricted boolean not null,
  keep_rule text,
  keep_until date,
  entries smallint not null,
  answers text not null,
  tree_id uuid not null,
  sealed bytea not null,
  primary key (company_id, tree_id, person_id)
) partition by list (company_id);

-- Packages that came whole; what of their people is still in received is not yet re-keyed.
create table records.package (
  company_id uuid not null,
  tree_id uuid not null,
  manifest_sha256 text not null,
  people bigint not null,
  primary key (company_id, tree_id)
);

-- One row a batch: what it took, which rows it turned away, and the hashes of what it wrote.
create table records.batch (
  company_id uuid not null,
  intake_id uuid not null,
  first_row bigint not null,
  last_row bigint not null,
  records integer not null,
  left_out text not null,
  leaves bytea not null,
  primary key (company_id, intake_id, first_row)
);

create table records.rejected (
  company_id uuid not null,
  intake_id uuid not null,
  row_number bigint not null,
  reason text not null,
  primary key (company_id, intake_id, row_number)
);

-- An import of one source, so that a stopped one can go on.
create table records.intake (
  company_id uuid not null,
  id uuid not null,
  source_sha256 text not null,
  inventory_version text not null,
  state text not null check (state in ('RUNNING', 'DONE')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, id)
);

-- Running counts, so that nothing has to be counted.
create table records.population (
  company_id uuid primary key,
  live bigint not null,
  taken_in bigint not null,
  shredded bigint not null
);

create function records.open_company(company uuid) returns void language plpgsql as $$
declare
  suffix text := replace(company::text, '-', '');
  parent text;
begin
  foreach parent in array array['record', 'tag', 'received'] loop
    if to_regclass(format('records.%I', parent || '_' || suffix)) is null then
      execute format('create table records.%I partition of records.%I for values in (%L)',
        parent || '_' || suffix, parent, company);
    end if;
  end loop;
  execute format('create index if not exists %I on records.%I (slot)', 'record_slot_' || suffix, 'record_' || suffix);
  execute format('create index if not exists %I on records.%I (tree_id, slot)', 'received_slot_' || suffix,
    'received_' || suffix);
end $$;

-- Tags are loaded first and indexed after: building the index once is several times faster than growing it.
create function records.index_tags(company uuid) returns void language plpgsql as $$
declare
  suffix text := replace(company::text, '-', '');
begin
  execute format('create index if not exists %I on records.%I (tag)', 'tag_lookup_' || suffix, 'tag_' || suffix);
  execute format('create index if not exists %I on records.%I (person_id)', 'tag_person_' || suffix, 'tag_' || suffix);
  execute format('analyze records.%I', 'tag_' || suffix);
  execute format('analyze records.%I', 'record_' || suffix);
end $$;

create function records.are_tags_indexed(company uuid) returns boolean language sql as $$
  select to_regclass(format('records.%I', 'tag_lookup_' || replace(company::text, '-', ''))) is not null
$$;
