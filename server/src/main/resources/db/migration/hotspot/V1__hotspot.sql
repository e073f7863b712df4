-- 热点: events found in the text of orders, and alarms. Everything here can be told again from the orders, but for what people said.

-- 事件. One row for each event of two or more requests, and for each request that is alone so far.
create table hotspot_event (
  id        bigint      primary key,
  name      text,                                  -- given by a person; else the title of a request stands for it
  named_by  text,
  related   bigint      not null,                  -- 可能相关: events of one number should be looked at together
  into_id   bigint,                                -- 已并入
  first_at  timestamptz not null,
  last_at   timestamptz not null,
  requests  int         not null,
  callers   int         not null,
  constraint an_event_has_requests_unless_it_went_into_another check (requests > 0 or into_id is not null)
);
-- What is hot now?
create index hotspot_event_last on hotspot_event (last_at) where into_id is null and callers > 1;
create index hotspot_event_related on hotspot_event (related) where into_id is null;

-- Which order tells of which event. Moving a row gives it a new seq, so that every node hears of it.
create table hotspot_member (
  order_id uuid        primary key,
  seq      bigint      not null generated always as identity unique,
  event_id bigint      not null,
  caller   uuid        not null,                   -- requester: who asks ten times counts once
  category text,
  area     text,
  place    text        not null default '',        -- 小区、路, as far as the address names it
  at       timestamptz not null,
  moved_by text                                    -- a person put it here
);
create index hotspot_member_event on hotspot_member (event_id, at);
-- How often does this place call about this, as a rule?
create index hotspot_member_place on hotspot_member (area, category, at);
create index hotspot_member_at on hotspot_member (at);

-- What people said by merging and splitting: learned from.
create table hotspot_pair (
  a    uuid        not null,
  b    uuid        not null,
  same boolean     not null,
  by   text        not null,
  at   timestamptz not null,
  primary key (a, b),
  constraint a_pair_is_written_once check (a < b)
);

-- 预警: kept for ever, with what became of it.
create table hotspot_alarm (
  id         uuid        primary key,
  kind       text        not null check (kind in ('SUDDEN', 'SLOW', 'SEASONAL')),
  event_id   bigint,
  topic      text        not null,                 -- what it is about; one alarm for each topic, not one for each call
  title      text        not null,
  area       text,
  category   text,
  raised_at  timestamptz not null,
  due_on     date,                                 -- when the season begins
  figures    jsonb       not null,
  state      text        not null default 'OPEN' check (state in ('OPEN', 'CONFIRMED', 'FALSE', 'LAPSED')),
  decided_by text,
  decided_at timestamptz,
  note       text        not null default '',
  constraint a_decision_says_by_whom_and_when check ((decided_by is null) = (decided_at is null))
);
create unique index hotspot_alarm_topic on hotspot_alarm (kind, topic);
create index hotspot_alarm_open on hotspot_alarm (raised_at) where state = 'OPEN';
create index hotspot_alarm_false on hotspot_alarm (kind, area, category, decided_at) where state = 'FALSE';
