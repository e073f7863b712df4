-- 答复模板: answers agreed with the departments.
create table answer_template (
  code       text primary key,
  category   text,
  title      text not null,
  body       text not null,
  basis      text not null default '',
  department text not null,
  signed_by  text not null,
  signed_on  date not null
);

create index answer_template_category on answer_template (category);
