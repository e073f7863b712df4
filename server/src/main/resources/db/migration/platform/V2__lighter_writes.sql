-- Every order pays for every index. What another node holds is found among the few rows that wait (outbox_next).
drop index outbox_waiting;

-- Which keys are old enough to be forgotten? They lie in the order of their time: the range of each block is enough.
drop index idempotency_key_age;
create index idempotency_key_age on idempotency_key using brin (at);
