-- How often records were looked at, day by day: counted on from where the last counting stopped, never from the start.
create index sight_id on disclosure.sight (company_id, id);

create table disclosure.day (
  company_id uuid not null,
  day date not null,
  purpose text not null,
  audience text not null,
  shown bigint not null,
  refused bigint not null,
  primary key (company_id, day, purpose, audience)
);

create table disclosure.counted (
  company_id uuid primary key,
  up_to uuid not null
);
