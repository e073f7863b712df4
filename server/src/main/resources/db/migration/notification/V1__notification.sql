-- 告知诉求人. One row for each thing that a citizen was told; the event is the key, so twice is once.
create table message (
  event_id uuid        primary key,
  order_id uuid        not null,
  kind     text        not null,                    -- RESULT: the outcome
  medium   text        not null check (medium in ('VOICE', 'SMS', 'PORTAL')),
  words    text        not null,
  at       timestamptz not null,
  send_at  timestamptz not null,                    -- a dispatch can be taken back for ten seconds
  sent_at  timestamptz,
  state    text        not null check (state in ('WAITING', 'SENT', 'TAKEN_BACK')),
  way      text        not null default '',
  constraint what_is_sent_has_a_time check ((state = 'SENT') = (sent_at is not null))
);

create index message_order on message (order_id, at);
create index message_waiting on message (send_at) where state = 'WAITING';

-- 站内通知.
create table notice (
  event_id uuid        not null,
  username text        not null,
  at       timestamptz not null,
  kind     text        not null,
  order_id uuid        not null,
  number   text        not null,
  title    text        not null,
  level    text        not null,
  read_at  timestamptz,
  primary key (event_id, username)
);

create index notice_person on notice (username, at desc);
