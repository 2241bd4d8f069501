create index matter_subject on decisions.matter (company_id, subject, opened_at desc);
create index matter_open on decisions.matter (company_id) where state = 'OPEN';
