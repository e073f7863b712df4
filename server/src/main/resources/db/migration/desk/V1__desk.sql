-- 草稿: what somebody is typing.
create table draft (
  username text        not null,
  key      text        not null,
  body     text        not null,
  at       timestamptz not null,
  primary key (username, key)
);

-- A list's filters under a name.
create table saved_view (
  id       uuid        primary key,
  username text        not null,
  name     text        not null,
  query    jsonb       not null,
  at       timestamptz not null
);

create index saved_view_person on saved_view (username, name);
