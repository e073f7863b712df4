-- A template that moves to another department is signed by both: who gives it away and who takes it.

alter table template_change
  add column former      text,                            -- 原责任单位; null where the department stays
  add column agreed_by   text,                            -- who signed for the department that it is to speak for
  add column agreed_at   timestamptz,
  add column released_by text,                            -- who signed for the former one
  add column released_at timestamptz,
  add constraint a_moved_template_is_signed_by_both
    check (state <> 'SIGNED' or former is null or agreed_by is not null and released_by is not null),
  add constraint a_template_moves_from_another_department check (former <> department),
  add constraint only_a_former_department_releases check (released_by is null or former is not null),
  add constraint two_departments_are_two_people check (agreed_by <> released_by),
  add constraint nobody_agrees_to_their_own_words check (agreed_by <> written_by and released_by <> written_by),
  add constraint a_signature_has_its_time check ((agreed_by is null) = (agreed_at is null) and (released_by is null) = (released_at is null));
