-- What was proposed about control, word by word, so that it can be read and carried out.
create table deals.control (
  company_id uuid not null,
  deal_id uuid not null,
  matter_id uuid not null,
  content text not null,
  primary key (company_id, deal_id, matter_id)
);
