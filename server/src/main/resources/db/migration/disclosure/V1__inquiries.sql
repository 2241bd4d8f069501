-- What somebody searched for and why, for as long as they look at what was found. The value is kept nowhere.
create table disclosure.inquiry (
  company_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  purpose text not null,
  matter text not null,
  field text not null,
  ends_at timestamptz not null,
  primary key (company_id, id)
);
create index on disclosure.inquiry (company_id, account_id);

create table disclosure.found (
  company_id uuid not null,
  inquiry_id uuid not null,
  number smallint not null,
  person_id uuid not null,
  primary key (company_id, inquiry_id, number),
  foreign key (company_id, inquiry_id) references disclosure.inquiry on delete cascade
);
create index on disclosure.found (company_id, person_id);

-- Who looked at whom: written in the transaction of the disclosure, beside its line in the log, which names the person
-- only to whoever has the person's key. It goes with the person.
create table disclosure.sight (
  company_id uuid not null,
  person_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  who text not null,
  audience text not null,
  purpose text not null,
  matter text not null,
  shown smallint not null,
  withheld smallint not null,
  primary key (company_id, person_id, id)
);
