-- 事项目录: what a request can be about, who handles it, and by when.

create table channel (
  code     text    primary key,
  name     text    not null,
  english  text    not null default '',
  core     boolean not null,                      -- 核心受理平台
  medium   text    not null check (medium in ('PHONE', 'WEB')),
  position int     not null
);

create table category (
  code    text   primary key,                     -- two digits a level
  parent  text   references category,
  name    text   not null,
  english text   not null default '',
  kinds   text[] not null default '{}',
  level   text   not null check (level in ('EMERGENCY', 'UTILITIES', 'GENERAL', 'COMPLEX')),
  words   text[] not null default '{}'
);

-- 派单目录. A clause is never changed: a new version replaces it, so that an old dispatch can be explained.
create table dispatch_clause (
  number      text   not null,
  version     int    not null,
  category    text   not null references category,
  area        text,                               -- null: the whole city
  department  text   not null,
  supporting  text[] not null default '{}',
  basis       text   not null,
  valid_from  date   not null,
  replaced_on date,
  primary key (number, version)
);

create table limit_rule (
  position int  primary key,
  clock    text not null,
  level    text,                                  -- null: any
  kind     text,                                  -- null: any
  amount   int  not null check (amount > 0),
  unit     text not null check (unit in ('MINUTES', 'HOURS', 'DAYS', 'WORKING_DAYS')),
  basis    text not null default ''
);

-- A year without a row here has no notice yet: weekends only, and the screens say so.
create table calendar_year (
  year   int  primary key,
  notice text not null
);

create table calendar_day (
  day  date primary key,
  kind text not null check (kind in ('holiday', 'make-up')),
  name text not null default ''
);
