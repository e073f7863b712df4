-- One node of a city runs the hall: which, and for how long still if nothing more is heard of it.
create table hall_lease (
  id    int         primary key default 1 check (id = 1),
  node  uuid        not null,
  since timestamptz not null,
  until timestamptz not null
);
