-- 督查. Its own rows: an order's facts are never changed here.

-- 催办: one row for each reminder, with who has read it.
create table reminder (
  id         uuid        primary key,
  order_id   uuid        not null,
  department text        not null,
  way        text        not null check (way in ('IN_APP', 'PHONE')),
  words      text        not null default '',
  by         text        not null,
  at         timestamptz not null,
  read_by    text,                                 -- 已阅, or for a call: who answered
  read_at    timestamptz,
  constraint who_has_read_it_did_so_at_a_time check ((read_by is null) = (read_at is null))
);
-- What was urged on this day, and what of this order?
create index reminder_at on reminder (at);
create index reminder_order on reminder (order_id, at);
create index reminder_unread on reminder (department, at) where read_at is null;

-- 督办件: 催办通知书, 督办卡, 工作提醒函, 约谈, 专题会议. To one department or to many.
create table measure_count (
  year int primary key,
  last int not null
);

create table measure (
  id         uuid        primary key,
  number     text        not null unique,          -- 〔2026〕督字第12号
  rung       text        not null check (rung in ('NOTICE', 'CARD', 'LETTER', 'TALK', 'MEETING')),
  title      text        not null,
  cause      text        not null,                 -- 事由
  demand     text        not null,                 -- 要求
  due_at     timestamptz not null,                 -- feedback by
  issued_by  text        not null,
  issued_at  timestamptz not null,
  closed_by  text,
  closed_at  timestamptz,
  conclusion text,
  constraint closing_says_who_when_and_what check ((closed_by is null) = (closed_at is null) and (closed_at is null) = (conclusion is null))
);
create index measure_open on measure (due_at) where closed_at is null;

create table measure_order (
  measure  uuid not null references measure,
  order_id uuid not null,
  primary key (measure, order_id)
);
create index measure_of_order on measure_order (order_id);

create table measure_department (
  measure     uuid not null references measure,
  department  text not null,
  received_by text,                                -- 签收回执
  received_at timestamptz,
  feedback    text,
  feedback_by text,
  feedback_at timestamptz,
  primary key (measure, department),
  constraint feedback_comes_from_who_has_received check (feedback_at is null or received_at is not null),
  constraint a_receipt_says_who_and_when check ((received_by is null) = (received_at is null)),
  constraint feedback_says_who_when_and_what check ((feedback is null) = (feedback_at is null) and (feedback is null) = (feedback_by is null))
);
create index measure_department_open on measure_department (department) where feedback_at is null;

-- 剔除: an order that shall not count in a rate. Who decides is not who asked.
create table exclusion (
  id         uuid        primary key,
  order_id   uuid        not null,
  department text        not null,
  rates      text[]      not null check (cardinality(rates) > 0),
  code       text        not null check (code in ('MALICIOUS', 'UNREASONABLE', 'BEYOND_POWERS', 'FORCE_MAJEURE', 'WRONG_DISPATCH', 'OTHER')),
  reason     text        not null,
  evidence   text        not null,
  asked_by   text        not null,
  asked_at   timestamptz not null,
  granted    boolean,
  decided_by text,
  decided_at timestamptz,
  words      text,
  constraint the_decision_is_somebody_elses check (decided_by <> asked_by),
  constraint a_decision_says_who_when_and_why check
    ((granted is null) = (decided_by is null) and (granted is null) = (decided_at is null) and (granted is null) = (words is null))
);
-- One request at a time, and none for what is left out already.
create unique index exclusion_of_order on exclusion (order_id) where granted is null or granted;
create index exclusion_waiting on exclusion (asked_at) where granted is null;
