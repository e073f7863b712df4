-- 知识库. An article is a name for its versions; what was published once never changes.

create sequence article_number;

create table article (
  id         uuid        primary key,
  code       text        not null unique,           -- 知识编号, read out between colleagues
  revision   int         not null,                  -- the number of its last step
  origin     text        not null check (origin in ('CITY', 'DESK', 'CALL', 'GAP', 'FILE')),
  order_id   uuid,                                  -- the call that it was drafted from
  created_at timestamptz not null,
  created_by text        not null
);

create table article_version (
  article      uuid        not null references article,
  version      int         not null,
  status       text        not null check (status in
                 ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'DUE', 'EXPIRED', 'SUPERSEDED', 'RETIRED', 'DISCARDED')),
  question     text        not null,
  asked        text[]      not null,                -- 群众问法
  answer       text        not null,                -- 答复口径, to be read out
  basis        text        not null,                -- 政策依据
  document     text        not null,                -- 文号
  steps        text        not null,                -- 办理流程
  materials    text        not null,                -- 所需材料
  places       text        not null,                -- 办理地点
  hours        text        not null,                -- 办理时间
  owner        text        not null,                -- 责任单位
  category     text,
  area         text,
  audience     text        not null,                -- 适用对象
  open         boolean     not null,                -- 公开; otherwise for the staff only
  effective_at timestamptz,
  review_on    date,                                -- 复审日期
  expires_at   timestamptz,                         -- 失效时间; null: until it is replaced
  written_by   text        not null,
  written_at   timestamptz not null,
  signed_by    text,                                -- who agreed for the owner department
  published_at timestamptz,
  ended_at     timestamptz,
  primary key (article, version),
  constraint what_is_published_was_signed_and_has_dates check
    (status in ('DRAFT', 'IN_REVIEW', 'DISCARDED') or signed_by is not null and published_at is not null and effective_at is not null),
  constraint it_expires_after_it_begins check (expires_at is null or effective_at is null or expires_at > effective_at)
);

-- One text is being worked on at a time.
create unique index article_version_at_work on article_version (article) where status in ('DRAFT', 'IN_REVIEW');
-- What may be told now? What falls due or expires next?
create index article_version_live on article_version (status, expires_at) where status in ('PUBLISHED', 'DUE');
-- What waits for a department?
create index article_version_owner on article_version (owner, status);

create function a_published_text_never_changes() returns trigger language plpgsql as $$
begin
  if old.status not in ('DRAFT', 'IN_REVIEW')
     and (old.question, old.asked, old.answer, old.basis, old.document, old.steps, old.materials, old.places, old.hours, old.owner,
          old.audience, old.open, old.published_at)
         is distinct from
         (new.question, new.asked, new.answer, new.basis, new.document, new.steps, new.materials, new.places, new.hours, new.owner,
          new.audience, new.open, new.published_at) then
    raise exception 'version % of article % was published and never changes', old.version, old.article;
  end if;
  return new;
end $$;

create trigger a_published_text_never_changes before update on article_version
  for each row execute function a_published_text_never_changes();

-- One row for each act; only ever added to.
create table article_step (
  article     uuid        not null references article,
  seq         int         not null,
  version     int         not null,
  action      text        not null,
  at          timestamptz not null,
  actor       text        not null,
  actor_name  text        not null,
  role        text        not null,
  from_status text,
  to_status   text        not null,
  reason      text        not null,
  primary key (article, seq)
);

-- 纠错. What an agent heard that does not fit the article.
create table correction (
  id         uuid        primary key,
  article    uuid        not null references article,
  version    int         not null,
  order_id   uuid,                                  -- the call
  words      text        not null,
  raised_by  text        not null,
  raised_at  timestamptz not null,
  state      text        not null check (state in ('OPEN', 'TAKEN', 'DECLINED')),
  decided_by text,
  decided_at timestamptz,
  decision   text        not null default '',
  constraint what_is_decided_says_who_and_when check ((state = 'OPEN') = (decided_by is null) and (decided_by is null) = (decided_at is null))
);

create index correction_article on correction (article, raised_at);
create index correction_open on correction (raised_at) where state = 'OPEN';

-- 时限. The owner department owes a review, a renewal or an answer to a correction. Stopped, never deleted.
create table knowledge_clock (
  id          uuid        primary key,
  kind        text        not null check (kind in ('REVIEW', 'RENEW', 'CORRECT')),
  article     uuid        not null references article,
  correction  uuid        references correction,
  holder      text        not null,                 -- DEPARTMENT:rsj
  started_at  timestamptz not null,
  due_at      timestamptz not null,
  reminded_at timestamptz,
  reported_at timestamptz,
  stopped_at  timestamptz,
  constraint a_correction_has_its_own_clock check ((kind = 'CORRECT') = (correction is not null))
);

create unique index knowledge_clock_running on knowledge_clock (article, kind, coalesce(correction, article)) where stopped_at is null;
-- What is due next?
create index knowledge_clock_due on knowledge_clock (due_at) where stopped_at is null;

-- 检索记录. Without who called and without any number that was said.
create table knowledge_search (
  id       uuid        primary key,
  at       timestamptz not null,
  place    text        not null check (place in ('DESK', 'PORTAL')),
  words    text        not null,
  category text,
  area     text,
  hits     int         not null,
  used     text,                                    -- the article that was told
  missing  boolean     not null                     -- an agent said that the answer is not there
);

create index knowledge_search_at on knowledge_search (at);

-- 使用记录. Each answer that was given from an article.
create table article_use (
  order_id uuid        not null,
  at       timestamptz not null,
  code     text        not null,
  version  int         not null,
  primary key (order_id, at)
);

create index article_use_code on article_use (code, at);

-- 导入结果. The rows that could not be taken, for whoever sent the file.
create table knowledge_file (
  id      uuid        primary key,
  at      timestamptz not null,
  by      text        not null,
  name    text        not null,
  kind    text        not null check (kind in ('FAULTS', 'EXPORT')),
  content bytea
);
