-- Idempotency-Key of what dials or books: pressed again after a restart it does nothing either.
create table seat_key (
  username text        not null,
  key      text        not null,
  at       timestamptz not null,
  primary key (username, key)
);

create index seat_key_at on seat_key (at);
