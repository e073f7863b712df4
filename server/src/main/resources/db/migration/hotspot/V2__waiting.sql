-- Orders that have not found their event yet. Told by the outbox, placed by a job: nobody else has to wait for it.
create table hotspot_waiting (
  order_id uuid primary key,
  tries    int  not null default 0
);
