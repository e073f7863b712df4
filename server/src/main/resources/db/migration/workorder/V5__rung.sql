-- When it was told that the clock has run out: once, by whichever node saw it first. No index of its own: what has just become due is
-- read by clock_due, kind by kind, and orders need not pay for it.
alter table clock add column rung_at timestamptz;
