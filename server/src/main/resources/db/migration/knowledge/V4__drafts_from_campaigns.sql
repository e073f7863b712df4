-- What a campaign learned becomes a draft.
alter table article drop constraint article_origin_check;
alter table article add constraint article_origin_check check (origin in ('CITY', 'DESK', 'CALL', 'GAP', 'FILE', 'CAMPAIGN'));
