-- 诉求人. Names and numbers are sealed (SM4-GCM); the indexes are HMAC-SM3 and give nothing away.

create table requester (
  id          uuid        primary key,
  name        text,                                -- sealed
  name_index  text,
  phone       text,                                -- sealed, E.164
  contact_index text      unique,                  -- of the number, or of the account with a channel; null: anonymous
  first_at    timestamptz not null,
  last_at     timestamptz not null
);

create index requester_name on requester (name_index, last_at desc) where name_index is not null;

-- Who saw a contact in clear, for which order, and why.
create table contact_reveal (
  id           bigserial   primary key,
  requester_id uuid        not null references requester,
  order_id     uuid        not null,
  username     text        not null,
  reason       text        not null check (length(reason) >= 2),
  at           timestamptz not null
);

create index contact_reveal_order on contact_reveal (order_id, at);
