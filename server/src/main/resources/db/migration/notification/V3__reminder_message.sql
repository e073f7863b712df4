-- 催办短信, to the duty phone of a department; the event is the key, so twice is once.
create table reminder_message (
  event_id   uuid        primary key,
  order_id   uuid        not null,
  department text        not null,
  number     text        not null,                   -- of an office, not of a person; empty: none is known, nothing was sent
  words      text        not null,
  at         timestamptz not null,
  way        text        not null                    -- journal: no sender is bound, it did not leave the building
);
create index reminder_message_order on reminder_message (order_id);
