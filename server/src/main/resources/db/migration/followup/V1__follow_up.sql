-- 回访: each try to hear the citizen, and what was heard.
create table follow_up (
  order_id  uuid        not null,
  n         int         not null,
  by        text        not null,
  at        timestamptz not null,
  medium    text        not null check (medium in ('CALL', 'WEB')),
  reached   boolean     not null,
  contacted boolean,
  solved    text check (solved in ('YES', 'PARTLY', 'NO')),
  satisfied text check (satisfied in ('VERY', 'YES', 'FAIR', 'NO', 'VERY_NO')),
  words     text        not null default '',
  primary key (order_id, n),
  constraint nobody_says_anything_who_was_not_reached check (reached or (contacted is null and solved is null and satisfied is null))
);
