-- 组织人员. Codes are the keys: what a person reads on paper is what stands in the row.

create table area (
  code     text primary key,
  parent   text references area,
  name     text not null,
  english  text not null default '',
  kind     text not null check (kind in ('CITY', 'SUBDISTRICT', 'TOWNSHIP', 'PLACE')),
  position int  not null default 0
);

create table department (
  code       text primary key,
  parent     text references department,
  name       text not null,
  short_name text not null default '',
  english    text not null default '',
  kind       text not null check (kind in ('HOTLINE', 'BUREAU', 'UTILITY', 'AREA', 'SUBUNIT')),
  area       text references area,
  phone      text not null default '',
  position   int  not null default 0,
  constraint a_sub_unit_has_a_department_above check (kind <> 'SUBUNIT' or parent is not null)
);

create table staff_group (
  code    text primary key,
  name    text not null,
  english text not null default '',
  lead    text                                   -- 班长: a person's username
);

create table seat (
  number  text primary key,                      -- 座席号
  kind    text not null check (kind in ('GENERAL', 'EXPERT')),
  skill   text,
  english text not null default '',
  constraint an_expert_seat_has_a_skill check ((kind = 'EXPERT') = (skill is not null))
);

create table person (
  username             text        primary key,
  name                 text        not null,
  english              text        not null default '',
  department           text        not null references department,
  roles                text[]      not null check (cardinality(roles) > 0),
  staff_group          text        references staff_group,
  seat                 text        references seat,
  skills               text[]      not null default '{}',
  phone                text,                      -- sealed
  password_hash        text,                      -- Argon2id; null: cannot sign in with a password
  must_change_password boolean     not null default false,
  failures             int         not null default 0,
  locked_until         timestamptz,
  last_sign_in_at      timestamptz,
  left_on              date,
  position             int         not null default 0
);

create index person_department on person (department);

-- A session. Only the digest of its token is kept.
create table sign_in (
  token_digest text        primary key,
  username     text        not null references person,
  started_at   timestamptz not null,
  seen_at      timestamptz not null
);

create index sign_in_username on sign_in (username);
