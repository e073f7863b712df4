-- What stopped a clock and ended an assignment: the rates are counted from these rows, and proved from the steps.

alter table clock add column stopped_by text;           -- the action
alter table assignment add column ended_by text;        -- the action
alter table assignment add column returned_at timestamptz; -- 退单 was asked for
alter table assignment add column extended_at timestamptz; -- 延期 was granted

update clock set stopped_by = (select s.action from work_order_step s where s.order_id = clock.order_id and s.at = clock.stopped_at
                                 and jsonb_path_exists(s.clocks, '$[*] ? (@.move == "stop" && @.n == $n)', jsonb_build_object('n', clock.n))
                                order by s.seq limit 1)
 where stopped_at is not null;
update assignment set ended_by = (select s.action from work_order_step s where s.order_id = assignment.order_id and s.at = assignment.ended_at
                                   and s.action in ('RECALL', 'JOIN', 'REASSIGN', 'REOPEN') order by s.seq limit 1)
 where ended_at is not null;
update assignment set returned_at = (select max(s.at) from work_order_step s where s.order_id = assignment.order_id and s.action = 'RETURN'
                                        and s.at >= assignment.assigned_at and (assignment.ended_at is null or s.at <= assignment.ended_at)),
                      extended_at = (select max(s.at) from work_order_step s where s.order_id = assignment.order_id and s.action = 'GRANT_EXTENSION'
                                        and s.at >= assignment.assigned_at and (assignment.ended_at is null or s.at <= assignment.ended_at))
 where part = 'LEAD';

alter table clock add constraint a_stopped_clock_says_what_stopped_it check ((stopped_at is null) = (stopped_by is null));
alter table assignment add constraint an_ended_assignment_says_what_ended_it check ((ended_at is null) = (ended_by is null));
