-- 工单. The row is what the order's steps add up to; `run proof` recomputes it.

create sequence work_order_number;

create table work_order (
  id              uuid        primary key,           -- UUID v7: the month of registration is in it
  number          text        not null unique,       -- 工单编号: the day, and a count that never begins anew
  version         int         not null,              -- the number of its last step
  status          text        not null check (status in
                    ('REGISTERED', 'WAITING_FOR_INFORMATION', 'JOINED', 'DISPATCHED', 'RETURN_REQUESTED', 'IN_PROGRESS',
                     'UNDER_REVIEW', 'DEFERRED', 'FOLLOWING_UP', 'CLOSED', 'ARCHIVED')),
  clock_kind      text,                              -- the clock that this status lives by,
  holder          text,                              -- who holds it: DEPARTMENT:reli, ROLE:DISPATCHER,
  clock_started_at timestamptz,                      -- since when,
  due_at          timestamptz,                       -- and until when
  outcome         text check (outcome in
                    ('ANSWERED_DIRECTLY', 'TRANSFERRED', 'NOT_ACCEPTED', 'RESOLVED', 'PARTLY_RESOLVED', 'UNRESOLVED', 'TERMINATED', 'WITHDRAWN')),
  kind            text        not null check (kind in ('INQUIRY', 'ASSISTANCE', 'COMPLAINT', 'REPORT', 'SUGGESTION', 'COMMENDATION')),
  category        text,
  level           text        not null check (level in ('EMERGENCY', 'UTILITIES', 'GENERAL', 'COMPLEX')),
  area            text,
  address         text        not null,
  title           text        not null,
  body            text        not null,
  channel         text        not null,
  external_id     text,
  requester       uuid        not null,
  confidential    boolean     not null,              -- 工单保密
  received_at     timestamptz not null,
  registered_by   text        not null,
  lead            text,                              -- 主办单位
  bound           boolean     not null default false, -- 指定承办
  parent          uuid,                              -- 主单
  dispatched_by   text,
  dispatched_at   timestamptz,
  accepted_at     timestamptz,
  contacted_at    timestamptz,
  phoned_at       timestamptz,
  result          text check (result in ('RESOLVED', 'PARTLY_RESOLVED', 'UNRESOLVED', 'CONSTRAINED')),
  answer          text,
  template        text,
  review_on       date,
  extension_asked int,
  contacted       boolean,
  solved          text check (solved in ('YES', 'PARTLY', 'NO')),
  rating          text check (rating in ('VERY', 'YES', 'FAIR', 'NO', 'VERY_NO')),
  problem_since   timestamptz,
  returns         int         not null,
  reassignments   int         not null,
  reworks         int         not null,
  sent_backs      int         not null,
  extensions      int         not null,
  urges           int         not null,
  urged_at        timestamptz,
  reminders       int         not null,
  attempts        int         not null,
  closed_at       timestamptz,
  constraint an_open_order_has_a_clock_and_a_holder check
    ((status in ('CLOSED', 'ARCHIVED')) = (clock_kind is null) and (clock_kind is null) = (holder is null) and (holder is null) = (due_at is null) and (due_at is null) = (clock_started_at is null)),
  constraint a_closed_order_has_an_outcome check
    ((status in ('CLOSED', 'ARCHIVED')) = (outcome is not null) and (outcome is null) = (closed_at is null)),
  constraint a_department_holds_what_was_dispatched check
    (status not in ('DISPATCHED', 'RETURN_REQUESTED', 'IN_PROGRESS', 'UNDER_REVIEW', 'DEFERRED') or lead is not null),
  constraint a_joined_order_has_a_parent check (status <> 'JOINED' or parent is not null)
);

-- The same message of a channel is one order, however often it is sent.
create unique index work_order_external on work_order (channel, external_id) where external_id is not null;
-- What waits for whom, emergencies and then the soonest first? (the queues of the hall)
create index work_order_waiting on work_order (status, (level <> 'EMERGENCY'), due_at, id) where clock_kind is not null;
-- What does a department hold? (inbox)
create index work_order_lead on work_order (lead, id) where lead is not null;
create index work_order_inbox on work_order (lead, (level <> 'EMERGENCY'), due_at, id) where lead is not null and clock_kind is not null;
-- What else did this person ask?
create index work_order_requester on work_order (requester, id);
-- What happened here lately? (similar orders)
create index work_order_area on work_order (area, id) where area is not null;
create index work_order_parent on work_order (parent) where parent is not null;
-- What did I register and not finish?
create index work_order_registered_by on work_order (registered_by, id) where status in ('REGISTERED', 'WAITING_FOR_INFORMATION');
-- Few, and always looked at.
create index work_order_emergency on work_order (due_at, id) where level = 'EMERGENCY' and clock_kind is not null;
create index work_order_extension on work_order (due_at, id) where extension_asked is not null;
create index work_order_problem on work_order (due_at, id) where problem_since is not null and clock_kind is not null;
-- What is old enough for the archive?
create index work_order_to_archive on work_order (closed_at) where status = 'CLOSED';

-- One row for each act; only ever added to. By the order's id, so it lies in the month of registration.
create table work_order_step (
  order_id         uuid        not null,
  seq              int         not null,
  action           text        not null,
  at               timestamptz not null,
  actor            text        not null,
  actor_role       text        not null,
  actor_department text,
  from_status      text,
  to_status        text        not null,
  reason           text        not null,
  changes          jsonb       not null,             -- fact → what it became; long texts as their digest
  clocks           jsonb       not null,             -- what it did to which clock
  data             jsonb       not null,
  primary key (order_id, seq)
) partition by range (order_id);

-- 时限. Somebody owes something by a certain time. A row is stopped, never deleted.
create table clock (
  order_id     uuid        not null,
  n            int         not null,
  kind         text        not null,
  holder       text        not null,
  started_at   timestamptz not null,
  due_at       timestamptz not null,
  first_due_at timestamptz not null,                 -- before any extension
  stopped_at   timestamptz,
  how          jsonb       not null,                 -- the limit, its basis, the days left out
  primary key (order_id, n)
);

-- What is due next, and what is overdue?
create index clock_due on clock (kind, due_at) where stopped_at is null;
create index clock_holder on clock (holder, due_at) where stopped_at is null;

-- 主办, 协办, 下派. A department sees what it was given and has not handed back.
create table assignment (
  order_id    uuid        not null,
  n           int         not null,
  department  text        not null,
  part        text        not null check (part in ('LEAD', 'SUPPORT', 'SUBUNIT')),
  assigned_at timestamptz not null,
  accepted_at timestamptz,
  replied_at  timestamptz,
  ended_at    timestamptz,
  reply       text,
  primary key (order_id, n)
);

create unique index assignment_one_lead on assignment (order_id) where part = 'LEAD' and ended_at is null;
create index assignment_department on assignment (department, order_id) where ended_at is null;

-- 办理反馈, as the department wrote it.
create table reply (
  order_id     uuid        not null,
  seq          int         not null,                 -- the step
  department   text        not null,
  by           text        not null,
  at           timestamptz not null,
  contacted_at timestamptz,
  contact_how  text check (contact_how in ('PHONE', 'VISIT', 'SMS', 'WECHAT')),
  factual      text        not null check (factual in ('TRUE', 'PARTLY', 'FALSE')),
  result       text        not null check (result in ('RESOLVED', 'PARTLY_RESOLVED', 'UNRESOLVED', 'CONSTRAINED')),
  why_not      text,
  basis        text,
  answer       text        not null,
  internal     text,
  plan         text,
  review_on    date,
  primary key (order_id, seq),
  constraint what_is_not_solved_says_why check (result = 'RESOLVED' or why_not is not null),
  constraint what_is_constrained_has_a_plan_and_a_date check (result <> 'CONSTRAINED' or plan is not null and review_on is not null)
);

-- 附件. The bytes lie in the data folder under the id.
create table attachment (
  id        uuid        primary key,
  order_id  uuid        not null,
  name      text        not null,
  type      text        not null,
  size      bigint      not null,
  digest    text        not null,
  public    boolean     not null,
  by        text        not null,
  at        timestamptz not null
);

create index attachment_order on attachment (order_id, at);

-- Who handled the like of late? (suggestions for the dispatch)
create index work_order_category on work_order (category, id) where lead is not null;
