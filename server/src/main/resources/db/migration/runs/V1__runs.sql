-- The claims of the scheduler's library, in the columns that it asks for.
create table runs.claim (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures int,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
comment on table runs.claim is 'unguarded: holds ids of runs only, and is read for all companies at once';
create index on runs.claim (execution_time);
create index on runs.claim (last_heartbeat);

create table runs.run (
  company_id uuid not null,
  run_id uuid not null,
  kind text not null,
  subject text not null,
  by_account uuid not null,
  state text not null,
  done bigint not null,
  total bigint not null,
  problem text not null,
  begun_at timestamptz not null,
  ended_at timestamptz,
  primary key (company_id, run_id)
);
create unique index one_at_a_time on runs.run (company_id, kind, subject) where state in ('RUNNING', 'STOPPING');
create index latest on runs.run (company_id, subject, begun_at desc);
