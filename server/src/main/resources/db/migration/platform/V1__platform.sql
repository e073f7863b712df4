-- What every room stands on: which migrations were run, the outbox, answers that were given already.

create table migrated (
  digest text primary key
);

-- One row for each event, written with what it tells about. Goes by real time; old months are dropped whole.
create table outbox (
  id         uuid        primary key,          -- UUID v7
  subject    uuid        not null,             -- a work order for the most part; its events keep their order
  kind       text        not null,
  at         timestamptz not null,             -- by the clock of the rules
  data       jsonb       not null,
  handled_at timestamptz                       -- null until every once-per-city listener has had it
) partition by range (id);

-- Which events are still to be handed on?
create index outbox_waiting on outbox (subject, id) where handled_at is null;
create index outbox_next on outbox (id) where handled_at is null;

create table outbox_retry (
  listener text        not null,
  event_id uuid        not null,
  subject  uuid        not null,
  attempts int         not null,
  next_at  timestamptz not null,
  error    text        not null,
  primary key (listener, event_id)
);

create index outbox_retry_subject on outbox_retry (listener, subject);

-- Idempotency-Key: the answer that the first call got. Kept for a day.
create table idempotency_key (
  who    text        not null,
  key    text        not null,
  digest text        not null,
  answer text        not null,
  at     timestamptz not null,
  primary key (who, key)
);

create index idempotency_key_age on idempotency_key (at);

-- Which parts of the city's folder have been taken in.
create table loaded (
  part text        primary key,
  at   timestamptz not null
);

-- What db-scheduler knows of the jobs.
create table job (
  task_name            text        not null,
  task_instance        text        not null,
  task_data            bytea,
  execution_time       timestamptz not null,
  picked               boolean     not null,
  picked_by            text,
  last_success         timestamptz,
  last_failure         timestamptz,
  consecutive_failures int,
  last_heartbeat       timestamptz,
  version              bigint      not null,
  priority             smallint,
  primary key (task_name, task_instance)
);

create index job_due on job (execution_time);
