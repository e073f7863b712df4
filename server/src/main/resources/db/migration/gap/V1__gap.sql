-- 知识缺口. What could have been answered at once; counted anew, so a row is what the last count says.
create table gap (
  id          uuid        primary key,
  topic       text        not null,                 -- what is asked, without who asked
  asked       text[]      not null,
  category    text,
  owner       text        not null,                 -- who handled most of them
  transferred int         not null,
  answered    int         not null,                 -- like ones that were answered at once
  searches    int         not null,                 -- like ones that were looked for in vain
  saves       int         not null,                 -- transfers that would be saved
  reply       text        not null,                 -- the best past reply
  article     text,                                 -- the draft that was made of it, or the article that is there already
  state       text        not null check (state in ('OPEN', 'DRAFTED', 'COVERED', 'CLOSED')),
  counted_at  timestamptz not null,
  constraint a_draft_or_a_cover_names_its_article check ((state in ('DRAFTED', 'COVERED')) = (article is not null))
);

-- The orders behind a number.
create table gap_order (
  gap      uuid not null references gap on delete cascade,
  order_id uuid not null,
  number   text not null,
  primary key (gap, order_id)
);
