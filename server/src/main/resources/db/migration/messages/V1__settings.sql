create table messages.settings (
  company_id uuid primary key,
  host text not null,
  port int not null,
  security text not null,
  login text not null,
  password bytea,
  sender text not null
);
