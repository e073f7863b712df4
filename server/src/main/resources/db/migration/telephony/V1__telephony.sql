-- 话务. Numbers are sealed (SM4-GCM); an index (HMAC-SM3) finds them and gives nothing away.

create table hall_queue (
  code             text primary key,
  name             text not null,
  english          text not null default '',
  kind             text not null check (kind in ('GENERAL', 'EXPERT', 'DIALECT', 'BUSINESS')),
  lines            text[] not null default '{}',   -- the numbers that lead here
  skill            text not null,
  level            int  not null check (level >= 1),
  overflow         text references hall_queue,
  overflow_seconds int  not null default 0,
  position         int  not null default 0
);

create table person_skill (
  username text not null,
  skill    text not null,
  level    int  not null check (level between 1 and 9),
  primary key (username, skill)
);

-- 话后编码, 小休原因, 紧急服务: what the city calls them.
create table hall_code (
  kind     text not null check (kind in ('WRAP_UP', 'BREAK', 'EMERGENCY')),
  code     text not null,
  name     text not null,
  english  text not null default '',
  position int  not null default 0,
  primary key (kind, code)
);

-- Where numbers that begin so are at home.
create table number_place (
  prefix  text primary key,
  name    text not null,
  english text not null default ''
);

create table phone_call (
  id            uuid        primary key,
  leg           text        not null unique,     -- the switch's name of the first leg
  direction     text        not null check (direction in ('IN', 'OUT')),
  purpose       text        check (purpose in ('CALL_BACK', 'ORDER', 'DEPARTMENT')),
  line          text        not null,
  queue         text        not null,
  number        text,                            -- sealed
  number_index  text,
  area          text        not null,
  area_english  text        not null,
  priority      int         not null,
  phase         text        not null,
  since         timestamptz not null,
  answered_at   timestamptz,
  ended_at      timestamptz,
  ended_as      text        check (ended_as in ('ANSWERED', 'CUT', 'ABANDONED', 'TIMED_OUT', 'CALL_BACK', 'BUSY', 'LOST', 'UNREACHED', 'CANCELLED')),
  seat          text,
  seat_leg      text,
  far_leg       text,
  username      text,
  staff_group   text,
  transfers     int         not null default 0,
  overflowed    boolean     not null default false,
  notice_cut    boolean     not null default false,
  code          text,
  note          text,                            -- sealed
  handed        text,                            -- sealed: who handed it on, with what words
  order_id      uuid,                            -- outbound: for whose sake
  call_back_id  uuid,
  constraint an_end_has_a_time_and_a_kind check ((ended_at is null) = (ended_as is null)),
  constraint answered_has_a_time check (ended_as is null or ended_as not in ('ANSWERED', 'CUT') or answered_at is not null),
  constraint nobody_is_answered_before_calling check (answered_at is null or answered_at >= since)
);

create index phone_call_since on phone_call (since);
create index phone_call_number on phone_call (number_index, since desc) where number_index is not null;
create index phone_call_person on phone_call (username, since) where username is not null;
create index phone_call_open on phone_call (since) where ended_at is null;

-- 通话日志: what happened in a call, one line after the other.
create table call_log (
  call_id  uuid        not null references phone_call,
  n        int         not null,
  at       timestamptz not null,
  kind     text        not null,
  seat     text,
  username text,
  words    text        not null default '',
  primary key (call_id, n)
);

-- 坐席状态: each change of each seat. The chain of a seat has no gap; a test and the proof see to it.
create table seat_change (
  id         uuid        primary key,
  seat       text        not null,
  n          int         not null,               -- the n-th change of this seat
  username   text,
  from_state text        not null,
  to_state   text        not null,
  reason     text,
  at         timestamptz not null,
  call_id    uuid,
  unique (seat, n)
);

create index seat_change_person on seat_change (username, at);
create index seat_change_at on seat_change (at);

-- 回拨清单.
create table call_back (
  id           uuid        primary key,
  number       text        not null,             -- sealed
  number_index text        not null,
  area         text        not null default '',
  queue        text        not null,
  why          text        not null check (why in ('ABANDONED', 'TIMED_OUT', 'ASKED', 'BUSY', 'LOST', 'EXPERT')),
  since        timestamptz not null,
  calls        int         not null check (calls >= 1),
  kept_place   boolean     not null,
  promised_by  timestamptz,
  notes        text,                             -- sealed
  attempts     int         not null default 0,
  state        text        not null check (state in ('OPEN', 'TAKEN', 'DONE', 'GIVEN_UP')),
  taken_by     text,
  result       text        check (result in ('REACHED', 'NOT_REACHED', 'NOT_WANTED', 'WRONG_NUMBER', 'CALLED_AGAIN')),
  done_at      timestamptz,
  last_call    uuid        not null,
  constraint what_is_done_has_a_result check ((state in ('DONE', 'GIVEN_UP')) = (result is not null and done_at is not null)),
  constraint what_is_taken_is_taken_by_somebody check ((state = 'TAKEN') = (taken_by is not null) or state in ('DONE', 'GIVEN_UP'))
);

-- No duplicates: one open entry for a caller and a queue.
create unique index call_back_once on call_back (number_index, queue) where state in ('OPEN', 'TAKEN');
create index call_back_since on call_back (since desc);

create table call_back_attempt (
  call_back_id uuid        not null references call_back,
  call_id      uuid        not null,
  at           timestamptz not null,
  username     text        not null,
  result       text        not null,
  primary key (call_back_id, call_id)
);

-- Which calls found their way to the list: every call that is owed is answered for.
create table call_owed (
  call_id      uuid primary key references phone_call,
  call_back_id uuid not null references call_back
);

create table recording (
  id         uuid        primary key,
  name       text        not null unique,
  call_id    uuid        not null references phone_call,
  begun_at   timestamptz not null,
  seconds    int,
  file       text,
  bytes      bigint,
  sm3        text,                               -- GB/T 32905: the file is what it was
  state      text        not null check (state in ('RUNNING', 'KEPT', 'FAILED', 'DELETED')),
  why        text,
  keep_until timestamptz,
  held_by    text,                               -- somebody who says that it must not be deleted
  constraint what_is_kept_is_hashed check (state <> 'KEPT' or (file is not null and sm3 is not null and keep_until is not null))
);

create index recording_call on recording (call_id);
create index recording_due on recording (keep_until) where state = 'KEPT';

-- Who played what, and why. The row is there before the first sound.
create table recording_play (
  id           uuid        primary key,
  recording_id uuid        not null references recording,
  username     text        not null,
  reason       text        not null,
  order_id     uuid,
  at           timestamptz not null
);

create index recording_play_recording on recording_play (recording_id, at);

-- 一次一评: the call, not the matter.
create table call_rating (
  call_id uuid        primary key references phone_call,
  stars   int         not null check (stars between 1 and 5),
  by      text        not null check (by in ('KEY', 'WEB')),
  at      timestamptz not null
);

-- Whom a message asks for a rating; the code stands in its link.
create table rating_wanted (
  call_id uuid        primary key references phone_call,
  code    text        not null unique,
  at      timestamptz not null
);

-- 低分复核: a low rating is looked at by a person before it counts against anybody.
create table call_review (
  call_id     uuid        primary key references phone_call,
  stars       int         not null,
  username    text,
  at          timestamptz not null,
  resolved_at timestamptz,
  resolved_by text,
  fair        boolean,
  words       text,                              -- sealed
  constraint what_is_resolved_has_words check ((resolved_at is null) = (words is null))
);

create index call_review_open on call_review (at) where resolved_at is null;

-- 来电标识, with evidence and an end.
create table caller_flag (
  id           bigserial   primary key,
  number_index text        not null,
  kind         text        not null check (kind in ('DIALECT', 'HARD_OF_HEARING', 'ELDERLY', 'HARASSMENT', 'SELF_HARM', 'GROUP')),
  evidence     text        not null,             -- sealed
  call_id      uuid        not null,
  by           text        not null,
  at           timestamptz not null,
  until        timestamptz not null,
  lifted_at    timestamptz,
  lifted_by    text,
  lifted_why   text
);

create index caller_flag_number on caller_flag (number_index);

-- 紧急转接: what was told to 110, 119, 120, 122.
create table hand_over (
  id       uuid        primary key,
  call_id  uuid        not null references phone_call,
  service  text        not null,
  place    text        not null,                 -- sealed
  summary  text        not null,                 -- sealed
  mode     text        not null check (mode in ('THREE_WAY', 'TRANSFER')),
  username text        not null,
  at       timestamptz not null
);

create index hand_over_call on hand_over (call_id);

-- Which orders came of a call. The order's room knows nothing of it.
create table call_order (
  call_id  uuid        not null references phone_call,
  order_id uuid        not null,
  username text        not null,
  at       timestamptz not null,
  primary key (call_id, order_id)
);

create index call_order_order on call_order (order_id);
