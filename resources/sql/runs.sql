-- name: insert_run
insert into runs (
    id, job_id, job_name, cause, caused_by, source, due_at, epoch, attempt, not_before,
    state, started_at, ended_at, exit_code, signal, reason, return_value, exception, traceback,
    due_count, last_due_at, output_size, processes_ended, processes_forced,
    user_time, system_time, peak_memory, facts, process
) values (
    :id, :job_id, :job_name, :cause, :caused_by, :source, :due_at, :epoch, :attempt, :not_before,
    :state, :started_at, :ended_at, :exit_code, :signal, :reason, :return_value, :exception,
    :traceback, :due_count, :last_due_at, :output_size, :processes_ended, :processes_forced,
    :user_time, :system_time, :peak_memory, :facts, :process
);

-- A scheduled run as it is decided; nearly all are. Every value that need not be bound saves more
-- time than SQLite takes to write it.
-- name: insert_fresh_run
insert into runs (
    id, job_id, job_name, cause, due_at, epoch, attempt, state,
    due_count, output_size, processes_ended, processes_forced
) values (
    :id, :job_id, :job_name, :cause, :due_at, :epoch, :attempt, 0, 1, 0, 0, 0
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
select id, job_id, job_name, cause, caused_by, source, due_at, epoch, attempt,
    not_before, state, started_at, ended_at, exit_code, signal, reason, return_value, exception,
    traceback, due_count, last_due_at, output_size, processes_ended, processes_forced,
    user_time, system_time, peak_memory, facts, process, tail
from runs
where id = :id;

-- name: page_of_all
select id, job_id, job_name, cause, caused_by, source, due_at, epoch, attempt,
    not_before, state, started_at, ended_at, exit_code, signal, reason, return_value, exception,
    traceback, due_count, last_due_at, output_size, processes_ended, processes_forced,
    user_time, system_time, peak_memory, facts, process
from runs
where id < :before
order by id desc
limit :limit;

-- name: page_of_job
select id, job_id, job_name, cause, caused_by, source, due_at, epoch, attempt,
    not_before, state, started_at, ended_at, exit_code, signal, reason, return_value, exception,
    traceback, due_count, last_due_at, output_size, processes_ended, processes_forced,
    user_time, system_time, peak_memory, facts, process
from runs
where job_id = :job_id and id < :before
order by id desc
limit :limit;

-- name: active_runs
select id, job_id, job_name, cause, caused_by, source, due_at, epoch, attempt,
    not_before, state, started_at, ended_at, exit_code, signal, reason, return_value, exception,
    traceback, due_count, last_due_at, output_size, processes_ended, processes_forced,
    user_time, system_time, peak_memory, facts, process
from runs
where state < 2
order by id;

-- Steps from job to job through the index instead of reading every run.
-- name: latest_ended
with recursive names (job_id) as (
    select min(job_id) from runs
    union all
    select (select min(job_id) from runs where job_id > names.job_id)
    from names
    where names.job_id is not null
)
select runs.id, runs.job_id, job_name, cause, caused_by, source, due_at, epoch, attempt,
    not_before, state, started_at, ended_at, exit_code, signal, reason, return_value, exception,
    traceback, due_count, last_due_at, output_size, processes_ended, processes_forced,
    user_time, system_time, peak_memory, facts, process
from names
join runs on runs.id = (
    select ended.id from runs as ended
    where ended.job_id = names.job_id and ended.state >= 2
    order by ended.id desc
    limit 1
);

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

-- name: contains_run
select 1 from runs where id = :id;

-- Steps from job to job through the index.
-- name: jobs_after
with recursive names (job_id) as (
    select min(job_id) from runs where job_id > :after
    union all
    select (select min(job_id) from runs where job_id > names.job_id)
    from names
    where names.job_id is not null
    limit :limit
)
select job_id from names where job_id is not null;

-- name: oldest_ended
select id, started_at, ended_at
from runs
where job_id = :job_id and state >= 2
order by id
limit :limit;

-- name: newest_ended
select id
from runs
where job_id = :job_id and state >= 2
order by id desc
limit 1;

-- name: last_beyond
select id
from runs
where job_id = :job_id
order by id desc
limit 1 offset :keep;

-- name: remove_run
delete from runs where id = :id and state >= 2;

-- name: drop_tail
update runs set tail = null where id = :id;
