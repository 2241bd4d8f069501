-- The public half of a deal's receiving key, so that showing it opens no secret; and, of a seller on another
-- installation, its public keys and where the package that it sent lies.
alter table handover.taking_over add column recipient text, add column seller_trust bytea, add column folder text;

-- The buyer may be on another installation, and fetch nothing here.
alter table handover.released alter column buyer_id drop not null;
