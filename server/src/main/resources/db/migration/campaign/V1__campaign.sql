-- 未诉先办: from many requests about one thing to a sweep of all like places, and what it did. Changes no order.

create table campaign_count (
  year int primary key,
  last int not null
);

create table campaign (
  id          uuid        primary key,
  number      text        not null unique,         -- 〔2026〕未诉先办第3号
  version     int         not null,                -- the number of its last step
  status      text        not null check (status in ('PROPOSED', 'DECLINED', 'PREPARING', 'RUNNING', 'MONITORING', 'CLOSED', 'STOPPED')),
  title       text        not null,
  category    text        not null default '',     -- the topic: category and all beneath it,
  area        text        not null default '',     -- area and all within it,
  words       text[]      not null default '{}',   -- any of these words,
  from_day    date        not null,                -- received on these days
  to_day      date        not null,
  event       bigint,                              -- the hot spot that it began with
  reason      text        not null,
  month       date,                                -- 每月一题: the month whose topic it is
  lead        text,                                -- 牵头单位
  joining     text[]      not null default '{}',   -- 参与单位
  ends_on     date,                                -- by when the sweep shall be done
  demand      text        not null default '',     -- what shall be looked for and done
  script      text        not null default '',     -- 口径: what agents may say about it
  notice      text        not null default '',     -- 联合通告: number or title, once it is published
  noticed_on  date,
  card        uuid,                                -- 督办卡, issued by the supervision office
  card_number text,
  proposed_by text        not null,
  proposed_at timestamptz not null,
  decided_by  text,
  decided_at  timestamptz,
  started_at  timestamptz,
  swept_at    timestamptz,                         -- the sweep is done, what it did is watched
  closed_at   timestamptz,
  conclusion  text        not null default '',
  article     text,                                -- the draft for the knowledge base
  figures     jsonb,                               -- the effect as it was counted at closing
  constraint the_approval_is_somebody_elses check (decided_by <> proposed_by),
  constraint a_topic_has_a_category_or_words check (category <> '' or cardinality(words) > 0),
  constraint what_runs_was_approved check (status in ('PROPOSED') or decided_by is not null),
  constraint what_runs_has_a_lead_and_an_end check (status not in ('RUNNING', 'MONITORING', 'CLOSED') or lead is not null and ends_on is not null and started_at is not null),
  constraint what_is_closed_says_what_it_did check (status <> 'CLOSED' or figures is not null)
);
create index campaign_open on campaign (proposed_at) where status not in ('DECLINED', 'CLOSED', 'STOPPED');
-- One topic a month.
create unique index campaign_month on campaign (month) where month is not null and status not in ('DECLINED', 'STOPPED');

-- One row for each act on a campaign or on one of its tasks; only ever added to.
create table campaign_step (
  campaign    uuid        not null references campaign,
  seq         int         not null,
  task        uuid,
  action      text        not null,
  at          timestamptz not null,
  actor       text        not null,
  actor_name  text        not null,
  role        text        not null,
  from_status text,
  to_status   text        not null,
  reason      text        not null,
  primary key (campaign, seq)
);

-- What was known when it was proposed: the orders behind every figure.
create table campaign_evidence (
  campaign   uuid        not null references campaign,
  back       int         not null,                 -- 0: the days of the topic; 1 to 3: the same days so many years earlier
  order_id   uuid        not null,
  caller     uuid        not null,
  department text,
  place      text        not null default '',
  at         timestamptz not null,
  primary key (campaign, back, order_id)
);

-- 排查任务: one for each place. An open one has a holder and a due time.
create table campaign_task (
  id          uuid        primary key,
  campaign    uuid        not null references campaign,
  place       text        not null,
  area        text,                                -- a place of the catalogue, or what contains it
  department  text        not null,                -- 责任单位, the holder while it is open
  status      text        not null check (status in ('LISTED', 'OPEN', 'FOUND', 'CLEAR', 'FIXED', 'LEFT_OVER', 'DROPPED')),
  note        text        not null default '',     -- what was found, done or why not
  started_at  timestamptz,
  due_at      timestamptz,
  how         jsonb,                               -- how the due time was come by
  reminded_at timestamptz,
  reported_at timestamptz,
  settled_at  timestamptz,
  constraint an_open_task_has_a_clock check ((status in ('OPEN', 'FOUND')) = (due_at is not null) and (due_at is null) = (how is null)),
  constraint what_is_left_over_says_why check (status <> 'LEFT_OVER' or note <> '')
);
create unique index campaign_task_place on campaign_task (campaign, place);
-- What does a department owe, and what is due?
create index campaign_task_department on campaign_task (department, due_at) where due_at is not null;
create index campaign_task_remind on campaign_task (due_at) where due_at is not null and reminded_at is null;
create index campaign_task_report on campaign_task (due_at) where due_at is not null and reported_at is null;

-- 佐证照片. The bytes lie in the data folder under the id.
create table campaign_photo (
  id     uuid        primary key,
  task   uuid        not null references campaign_task,
  name   text        not null,
  type   text        not null,
  size   bigint      not null,
  digest text        not null,
  by     text        not null,
  at     timestamptz not null
);
create index campaign_photo_task on campaign_photo (task, at);

-- The calls on the topic as they were counted at closing.
create table campaign_call (
  campaign uuid        not null references campaign,
  order_id uuid        not null,
  day      date        not null,
  period   text        not null check (period in ('BEFORE', 'DURING', 'AFTER')),
  task     uuid,                                   -- the place on the list that it is about
  swept    boolean     not null,
  primary key (campaign, order_id)
);
