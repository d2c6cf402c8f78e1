-- name: insert_run
insert into runs (
    id, job, job_name, cause, caused_by, source, due_at, epoch, attempt, not_before,
    state, started_at, ended_at, exit_code, signal, reason, return_value, exception, traceback,
    due_count, last_due_at, output_size, processes_ended, processes_forced,
    user_time, system_time, peak_memory, facts, process
) values (
    :id, :job, :job_name, :cause, :caused_by, :source, :due_at, :epoch, :attempt, :not_before,
    :state, :started_at, :ended_at, :exit_code, :signal, :reason, :return_value, :exception,
    :traceback, :due_count, :last_due_at, :output_size, :processes_ended, :processes_forced,
    :user_time, :system_time, :peak_memory, :facts, :process
);

-- A run of which nothing is known but its state and times; nearly all are when they are decided.
-- Every value that need not be bound saves more time than SQLite takes to write it.
-- name: insert_plain_run
insert into runs (
    id, job, job_name, cause, due_at, epoch, attempt, state, started_at, ended_at,
    due_count, output_size, processes_ended, processes_forced
) values (
    :id, :job, :job_name, :cause, :due_at, :epoch, :attempt, :state, :started_at, :ended_at,
    1, 0, 0, 0
);

-- Whose run it is and what it stands for never change.
-- name: update_run
update runs set
    state = :state, started_at = :started_at, ended_at = :ended_at, exit_code = :exit_code,
    signal = :signal, reason = :reason, return_value = :return_value, exception = :exception,
    traceback = :traceback, due_count = :due_count, last_due_at = :last_due_at,
    output_size = :output_size, processes_ended = :processes_ended,
    processes_forced = :processes_forced, user_time = :user_time, system_time = :system_time,
    peak_memory = :peak_memory, facts = :facts, process = :process
where id = :id;

-- The same for a run that did what was expected of it, silently.
-- name: update_plain_run
update runs set
    state = :state, started_at = :started_at, ended_at = :ended_at, exit_code = null,
    signal = null, reason = null, return_value = null, exception = null,
    traceback = null, due_count = 1, last_due_at = null, output_size = 0, processes_ended = 0,
    processes_forced = 0, user_time = null, system_time = null,
    peak_memory = null, facts = null, process = null
where id = :id;

-- name: set_tail
update runs set tail = :tail where id = :id;

-- name: find_run
select runs.id, job_id, coalesce(runs.job_name, standings.job_name), cause, caused_by, source,
    due_at, epoch, attempt, not_before, state, started_at, ended_at, exit_code, signal, reason,
    return_value, exception, traceback, due_count, last_due_at, output_size, processes_ended,
    processes_forced, user_time, system_time, peak_memory, facts, process, tail
from runs
join standings on number = job
where runs.id = :id;

-- name: page_of_all
select runs.id, job_id, coalesce(runs.job_name, standings.job_name), cause, caused_by, source,
    due_at, epoch, attempt, not_before, state, started_at, ended_at, exit_code, signal, reason,
    return_value, exception, traceback, due_count, last_due_at, output_size, processes_ended,
    processes_forced, user_time, system_time, peak_memory, facts, process
from runs
cross join standings on number = job
where runs.id >= :from and runs.id < :before
    and (:states >> state) & 1 and (:causes >> cause) & 1
    and coalesce(due_at, started_at, :untimed) between :since and :until
order by runs.id desc
limit :limit;

-- Within one part of all runs, see the index runs_by_job.
-- name: page_of_job
select runs.id, job_id, coalesce(runs.job_name, standings.job_name), cause, caused_by, source,
    due_at, epoch, attempt, not_before, state, started_at, ended_at, exit_code, signal, reason,
    return_value, exception, traceback, due_count, last_due_at, output_size, processes_ended,
    processes_forced, user_time, system_time, peak_memory, facts, process
from runs
cross join standings on number = job
where id >> 17 = :part and job = :job and id >= :from and id < :before
    and (:states >> state) & 1 and (:causes >> cause) & 1
    and coalesce(due_at, started_at, :untimed) between :since and :until
order by id desc
limit :limit;

-- name: active_runs
select runs.id, job_id, coalesce(runs.job_name, standings.job_name), cause, caused_by, source,
    due_at, epoch, attempt, not_before, state, started_at, ended_at, exit_code, signal, reason,
    return_value, exception, traceback, due_count, last_due_at, output_size, processes_ended,
    processes_forced, user_time, system_time, peak_memory, facts, process
from runs
cross join standings on number = job
where state < 2
order by runs.id;

-- name: latest_ended
select runs.id, job_id, coalesce(runs.job_name, standings.job_name), cause, caused_by, source,
    due_at, epoch, attempt, not_before, state, started_at, ended_at, exit_code, signal, reason,
    return_value, exception, traceback, due_count, last_due_at, output_size, processes_ended,
    processes_forced, user_time, system_time, peak_memory, facts, process
from standings
join runs on runs.id = latest_run;

-- name: parts
select (select min(id) >> 17 from runs), (select max(id) >> 17 from runs);

-- name: highest_run
select value from counters where name = 'highest_run';

-- name: raise_highest_run
update counters set value = max(value, :id) where name = 'highest_run';

-- name: clock_record
select
    max(case when name = 'clock_epoch' then value end),
    max(case when name = 'last_seen' then value end)
from counters;

-- name: record_clock
update counters
set value = case name when 'clock_epoch' then :epoch else :last_seen end
where name in ('clock_epoch', 'last_seen');

-- Those that were merged into a later run did not miss it.
-- name: missed_by_minute
select ended_at / 60000000, sum(due_count)
from runs
where state = 6 and ended_at >= :since
    and coalesce(facts, '') not like '%"hindrance":"merged"%'
group by 1;

-- name: contains_run
select 1 from runs where id = :id;

-- name: jobs_after
select job_id
from standings
where number > coalesce((select number from standings where job_id = :after), 0)
    and (latest_run is not null or number in (select job from runs where state < 2))
order by number
limit :limit;

-- name: latest_run
select latest_run from standings where number = :job;

-- name: oldest_ended
select id, started_at, ended_at
from runs
where id >> 17 = :part and job = :job and state >= 2
order by id
limit :limit;

-- name: count_of_job
select count(*) from runs where id >> 17 = :part and job = :job;

-- name: newest_but
select id
from runs
where id >> 17 = :part and job = :job
order by id desc
limit 1 offset :offset;

-- name: remove_run
delete from runs where id = :id and state >= 2;

-- name: drop_tail
update runs set tail = null where id = :id;
