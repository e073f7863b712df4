-- 催办也可发短信.
alter table reminder drop constraint reminder_way_check;
alter table reminder add constraint a_reminder_goes_one_of_these_ways check (way in ('IN_APP', 'SMS', 'PHONE')) not valid;
alter table reminder validate constraint a_reminder_goes_one_of_these_ways;
-- Which calls are still to be made?
create index reminder_to_phone on reminder (at) where way = 'PHONE' and read_at is null;
