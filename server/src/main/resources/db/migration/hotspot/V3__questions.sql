-- 咨询已答: an inquiry or a word of thanks that was answered at once tells of no trouble; it is grouped, and warms nothing.
alter table hotspot_member add column question boolean not null default false;

-- Different callers who told of trouble. What was kept before was not told apart: it counts as it did.
alter table hotspot_event add column troubled int not null default 0;
update hotspot_event set troubled = callers;
