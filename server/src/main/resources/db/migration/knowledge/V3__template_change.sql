-- 模板会签. What somebody wants a template to say; the signature of its department makes it so. Signed rows are its versions.

create sequence template_number start 1001;

create table template_change (
  id         uuid        primary key,
  code       text        not null,
  category   text,
  title      text        not null,
  body       text        not null,
  basis      text        not null,
  department text        not null,
  withdrawal boolean     not null,                  -- it is to be told no more
  reason     text        not null,
  written_by text        not null,
  written_at timestamptz not null,
  state      text        not null check (state in ('OPEN', 'SIGNED', 'DECLINED', 'TAKEN_BACK')),
  decided_by text,
  decided_at timestamptz,
  decision   text        not null default '',
  constraint what_is_decided_says_by_whom_and_when check ((state = 'OPEN') = (decided_by is null) and (state = 'OPEN') = (decided_at is null)),
  constraint nobody_signs_their_own_words check (state <> 'SIGNED' or decided_by <> written_by)
);

-- One wish at a time for a template.
create unique index template_change_open on template_change (code) where state = 'OPEN';
create index template_change_of on template_change (code, written_at desc);

alter table answer_template add column withdrawn_at timestamptz;
