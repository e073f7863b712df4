-- 请来电人评价: one message for each call that nobody rated by key; the event is the key, so twice is once.
create table call_message (
  event_id uuid        primary key,
  call_id  uuid        not null unique,
  words    text        not null,
  at       timestamptz not null,
  sent_at  timestamptz not null,
  way      text        not null                     -- journal: no sender is bound, it did not leave the building
);
