-- So many orders, spread over 24 months, as a city has them: 93 of 100 answered at once, 3 closed by way of a department,
-- 4 open, spread over statuses and departments. Every constraint holds; each order has its steps, clocks and assignment.
-- To be pasted into psql as well:  set search_path = dingzhou; set bench.orders = '20000';  and this file.
-- Run twice, it adds that many more. Lives are abridged: such orders are for measuring, not for `run proof`.

-- The months, made beside and attached, as the program does it.
do $$
declare
  t text;
  m timestamptz;
  part text;
begin
  for t in select c.relname from pg_partitioned_table p join pg_class c on c.oid = p.partrelid
            where c.relnamespace = current_schema()::regnamespace loop
    for m in select generate_series(date_trunc('month', now() at time zone 'utc') - interval '25 months',
                                    date_trunc('month', now() at time zone 'utc'), interval '1 month') at time zone 'utc' loop
      part := t || to_char(m at time zone 'utc', '_YYYY_MM');
      if to_regclass(part) is null then
        execute format('create table %I (like %I including all)', part, t);
        execute format('alter table %I attach partition %I for values from (%L) to (%L)', t, part,
          (lpad(to_hex((extract(epoch from m) * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid,
          (lpad(to_hex((extract(epoch from m at time zone 'utc' + interval '1 month') * 1000)::bigint), 12, '0') || '70008000000000000000')::uuid);
      end if;
    end loop;
  end loop;
end $$;

create temp table bench_new as
with base as (
  select coalesce(max(last_value), 0) as done from pg_sequences where schemaname = current_schema() and sequencename = 'work_order_number'
), dice as (
  select i, (hashint4extended(i, 7) & 1073741823) as a, (hashint4extended(i, 8) & 1073741823) as b, (hashint4extended(i, 9) & 1073741823) as c
    from base, generate_series(done::int + 1, done::int + current_setting('bench.orders')::int) as i
), departments as (
  select array_agg(code order by code) as codes from department where kind not in ('HOTLINE', 'SUBUNIT')
), categories as (
  select array_agg(code order by code) as codes from category where length(code) >= 6
), areas as (
  select array_agg(code order by code) as codes from area
), fates as (
  select dice.*, case when a % 100 < 93 then 'DIRECT' when a % 100 < 96 then 'CLOSED'
           else (array['REGISTERED', 'WAITING_FOR_INFORMATION', 'DISPATCHED', 'RETURN_REQUESTED', 'IN_PROGRESS', 'IN_PROGRESS',
                       'IN_PROGRESS', 'UNDER_REVIEW', 'DEFERRED', 'FOLLOWING_UP'])[1 + b % 10] end as fate
    from dice
)
select i, fate,
       case when fate in ('DIRECT', 'CLOSED') then 'CLOSED' else fate end as status,
       case when fate not in ('DIRECT', 'REGISTERED', 'WAITING_FOR_INFORMATION') then d.codes[1 + c % cardinality(d.codes)] end as lead,
       k.codes[1 + b % cardinality(k.codes)] as category, r.codes[1 + c % cardinality(r.codes)] as area,
       -- closed ones lie anywhere in the two years, open ones in the last month; in the order of i, as they would have come
       date_trunc('milliseconds', case when fate in ('DIRECT', 'CLOSED')
         then now() - interval '730 days' + interval '729 days' * (a::float8 / 1073741824)
         else now() - interval '30 days' * (a::float8 / 1073741824) end) as at,
       null::uuid as id, null::uuid as requester
  from fates, departments d, categories k, areas r;

update bench_new set
  id = (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(i::text), 1, 3) || '8' || substr(md5(i::text), 4, 15))::uuid,
  requester = (lpad(to_hex((extract(epoch from now() - interval '730 days') * 1000)::bigint), 12, '0') || '7abc8' || lpad(to_hex(i % 200000), 15, '0'))::uuid;

-- Sealed as the city's key has sealed the newest one; without any, nameless.
insert into requester (id, name, name_index, phone, contact_index, first_at, last_at)
select distinct on (n.requester) n.requester, s.name, s.name_index, s.phone, 'bench-' || n.requester, n.at, n.at
  from bench_new n left join (select name, name_index, phone from requester where phone is not null order by id desc limit 1) s on true
    on conflict do nothing;

insert into work_order (id, number, version, status, clock_kind, holder, clock_started_at, due_at, outcome, kind, category, level, area, address,
                        title, body, channel, requester, confidential, received_at, registered_by, lead, dispatched_by, dispatched_at,
                        accepted_at, contacted_at, result, answer, review_on, contacted, solved, rating,
                        returns, reassignments, reworks, sent_backs, extensions, urges, reminders, attempts, closed_at)
select id, to_char(at, 'YYYYMMDD') || to_char(i, 'FM999999000000'),
       case fate when 'REGISTERED' then 1 when 'DIRECT' then 2 when 'WAITING_FOR_INFORMATION' then 2 when 'DISPATCHED' then 2 when 'CLOSED' then 7
                 when 'RETURN_REQUESTED' then 3 when 'IN_PROGRESS' then 4 when 'UNDER_REVIEW' then 5 else 6 end,
       status, clock,
       case when clock is null then null when status in ('DISPATCHED', 'IN_PROGRESS', 'DEFERRED') then 'DEPARTMENT:' || lead
            when status = 'UNDER_REVIEW' then 'ROLE:REVIEWER' when status = 'FOLLOWING_UP' then 'ROLE:FOLLOW_UP_CALLER'
            when status = 'WAITING_FOR_INFORMATION' then 'ROLE:REQUESTER' else 'ROLE:DISPATCHER' end,
       case when clock is not null then at end,
       case when clock is not null then at + interval '5 days' end,
       case fate when 'DIRECT' then 'ANSWERED_DIRECTLY' when 'CLOSED' then 'RESOLVED' end,
       (array['INQUIRY', 'ASSISTANCE', 'COMPLAINT', 'COMPLAINT', 'SUGGESTION'])[1 + i % 5], category,
       case when i % 500 = 0 then 'EMERGENCY' when i % 7 = 0 then 'UTILITIES' else 'GENERAL' end, area, '兴华路第' || i % 900 || '号',
       '小区' || i || '供暖温度不达标', '市民来电反映，小区' || i || '近一周室内温度不足十六度，家中有老人和孩子，已多次联系物业未得到解决，'
         || '希望有关部门尽快核实处理，并告知处理结果。' || repeat('同楼多户情况相同，夜间尤其明显。', 5),
       case when i % 6 = 0 then 'wenzheng' else 'hotline' end, requester, i % 20 = 0, at, 'agent01', lead,
       case when lead is not null then 'dispatcher01' end, case when lead is not null then at + interval '1 hour' end,
       case when step > 3 then at + interval '2 hours' end, case when step > 3 then at + interval '3 hours' end,
       case when step > 4 then 'RESOLVED' end, case when fate = 'DIRECT' or step > 4 then '已告知办理时间和材料，您反映的问题已处理完毕。' end,
       case when status = 'DEFERRED' then (at + interval '60 days')::date end,
       case when fate = 'CLOSED' then true end, case when fate = 'CLOSED' then 'YES' end, case when fate = 'CLOSED' then 'VERY' end,
       0, 0, 0, 0, 0, 0, 0, 0, case fate when 'DIRECT' then at when 'CLOSED' then at + interval '4 days' end
  from (select *, case status when 'REGISTERED' then 'DISPATCH' when 'WAITING_FOR_INFORMATION' then 'INFORMATION' when 'DISPATCHED' then 'ACCEPT'
                       when 'RETURN_REQUESTED' then 'RULING' when 'IN_PROGRESS' then 'HANDLE' when 'UNDER_REVIEW' then 'REVIEW'
                       when 'DEFERRED' then 'DEFERRAL' when 'FOLLOWING_UP' then 'FOLLOW_UP' end as clock,
                  case fate when 'CLOSED' then 7 when 'IN_PROGRESS' then 4 when 'UNDER_REVIEW' then 5 when 'DEFERRED' then 6 when 'FOLLOWING_UP' then 6 else 1 end as step
          from bench_new) n
 order by id;

insert into work_order_step (order_id, seq, action, at, actor, actor_role, actor_department, from_status, to_status, reason, changes, clocks, data)
select id, seq, action, at + (seq - 1) * interval '1 hour', actor, role, department, before, after, '',
       jsonb_build_object('status', after, 'category', category, 'area', area, 'channel', 'hotline', 'registered_by', 'agent01'), '[]', '{}'
  from bench_new n cross join lateral (values
         (1, 'REGISTER', 'agent01', 'AGENT', 'hotline', null, 'REGISTERED'),
         (2, case fate when 'DIRECT' then 'ANSWER_DIRECTLY' when 'WAITING_FOR_INFORMATION' then 'ASK_FOR_INFORMATION' else 'DISPATCH' end,
             case fate when 'DIRECT' then 'agent01' else 'dispatcher01' end, case fate when 'DIRECT' then 'AGENT' else 'DISPATCHER' end, 'hotline', 'REGISTERED',
             case fate when 'DIRECT' then 'CLOSED' when 'WAITING_FOR_INFORMATION' then fate else 'DISPATCHED' end),
         (3, case fate when 'RETURN_REQUESTED' then 'RETURN' else 'ACCEPT' end, 'reli01', 'HANDLER', lead, 'DISPATCHED',
             case fate when 'RETURN_REQUESTED' then fate else 'IN_PROGRESS' end),
         (4, 'RECORD_CONTACT', 'reli01', 'HANDLER', lead, 'IN_PROGRESS', 'IN_PROGRESS'),
         (5, 'REPLY', 'reli01', 'HANDLER', lead, 'IN_PROGRESS', 'UNDER_REVIEW'),
         (6, case fate when 'DEFERRED' then 'DEFER' else 'APPROVE' end, 'dispatcher01', 'REVIEWER', 'hotline', 'UNDER_REVIEW',
             case fate when 'DEFERRED' then fate else 'FOLLOWING_UP' end),
         (7, 'CLOSE', 'agent01', 'FOLLOW_UP_CALLER', 'hotline', 'FOLLOWING_UP', 'CLOSED')
       ) as s (seq, action, actor, role, department, before, after)
 where seq <= case fate when 'REGISTERED' then 1 when 'DIRECT' then 2 when 'WAITING_FOR_INFORMATION' then 2 when 'DISPATCHED' then 2 when 'CLOSED' then 7
                        when 'RETURN_REQUESTED' then 3 when 'IN_PROGRESS' then 4 when 'UNDER_REVIEW' then 5 else 6 end
 order by id, seq;

-- The clock of the dispatch, stopped unless that is awaited; for what a department has: the three of the handling; and the one it lives by.
insert into clock (order_id, n, kind, holder, started_at, due_at, first_due_at, stopped_at, stopped_by, how)
select o.id, c.n, c.kind, c.holder, n.at, n.at + interval '5 days', n.at + interval '5 days',
       case when c.kind is distinct from o.clock_kind then n.at + interval '1 hour' end,
       case when c.kind is distinct from o.clock_kind then 'NOTE' end,
       jsonb_build_object('dueAt', to_char((n.at + interval '5 days') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
         'limit', jsonb_build_object('amount', 5, 'unit', 'WORKING_DAYS', 'basis', '5个工作日'),
         'restDays', 2, 'holidays', '[]'::jsonb, 'makeUpDays', '[]'::jsonb, 'unannounced', '[]'::jsonb)
  from bench_new n join work_order o on o.id = n.id
       cross join lateral (values (1, 'DISPATCH', 'ROLE:DISPATCHER'), (2, 'ACCEPT', 'DEPARTMENT:' || n.lead), (3, 'CONTACT', 'DEPARTMENT:' || n.lead),
         (4, 'HANDLE', 'DEPARTMENT:' || n.lead),
         (5, case when o.clock_kind not in ('DISPATCH', 'ACCEPT', 'CONTACT', 'HANDLE') then o.clock_kind end, o.holder)) as c (n, kind, holder)
 where c.kind is not null and c.holder is not null
 order by o.id, c.n;

insert into assignment (order_id, n, department, part, assigned_at)
select id, 1, lead, 'LEAD', at + interval '1 hour' from bench_new where lead is not null order by id;

insert into reply (order_id, seq, department, by, at, contacted_at, contact_how, factual, result, answer)
select id, 5, lead, 'reli01', at + interval '1 day', at + interval '3 hours', 'PHONE', 'TRUE', 'RESOLVED', '已派人上门测温并清洗管道，温度已达标。'
  from bench_new where fate in ('CLOSED', 'UNDER_REVIEW', 'FOLLOWING_UP', 'DEFERRED') order by id;

insert into message (event_id, order_id, kind, medium, words, at, send_at, sent_at, state, way)
select (substr(id::text, 1, 14) || 'e' || substr(id::text, 16))::uuid, id, 'RESULT', 'VOICE', '您的诉求已有答复。', at, at, at, 'SENT', ''
  from bench_new where status = 'CLOSED' order by id;

select setval('work_order_number', (select max(i) from bench_new));

drop table bench_new;
