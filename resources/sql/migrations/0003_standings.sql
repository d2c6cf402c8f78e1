-- What changes with every run, apart from the definitions, which are long; and how runs name their
-- job in a few bytes. Outlives the job as long as there are runs of it.
create table standings (
    number integer not null primary key, -- of the job, for good
    job_id text not null unique,
    job_name text not null,              -- when the number was given
    next_run_at integer,
    latest_run integer                   -- the newest run that has ended
) strict;

insert into standings (job_id, job_name, next_run_at)
select
    jobs.id,
    coalesce(
        (select job_name from runs where job_id = jobs.id order by runs.id desc limit 1), jobs.id
    ),
    next_run_at
from jobs
order by position;

insert into standings (job_id, job_name)
select job_id, job_name
from runs
where id in (select max(id) from runs group by job_id)
order by id
on conflict (job_id) do nothing;

update standings
set latest_run = (
    select max(id) from runs where job_id = standings.job_id and state >= 2
);

alter table jobs drop column next_run_at;

create table numbered_runs (
    id integer not null primary key,
    job integer not null,       -- its number; the job may be gone
    job_name text,              -- null: as its standing says
    state integer not null,     -- RunState
    cause integer not null,     -- RunCause
    caused_by text,             -- who asked for it
    source integer,             -- the run it follows from
    due_at integer,             -- null: uses up no due time
    epoch integer not null,     -- grows when the clock is set back, so that a due time may repeat
    attempt integer not null,
    not_before integer,         -- a retry waits until then
    started_at integer,
    ended_at integer,
    exit_code integer,
    signal integer,
    reason text,
    return_value text,          -- JSON
    exception text,
    traceback text,
    due_count integer not null,
    last_due_at integer,
    output_size integer not null,
    processes_ended integer not null,
    processes_forced integer not null,
    user_time integer,          -- microseconds
    system_time integer,        -- microseconds
    peak_memory integer,        -- bytes
    facts text,                 -- JSON: why it did not run, or not on time
    process text,               -- JSON: which process it is, while it runs
    tail blob                   -- the end of the output
) strict;

insert into numbered_runs
select
    runs.id, number, nullif(runs.job_name, standings.job_name), state, cause, caused_by, source,
    due_at, epoch, attempt, not_before, started_at, ended_at, exit_code, signal, reason,
    return_value, exception, traceback, due_count, last_due_at, output_size, processes_ended,
    processes_forced, user_time, system_time, peak_memory, facts, process, tail
from runs
join standings on standings.job_id = runs.job_id
order by runs.id;

drop table runs;
alter table numbered_runs rename to runs;

-- The time first, so that what is decided together stands together.
create unique index runs_once on runs (due_at, job, epoch, attempt) where due_at is not null;
-- The history of a job, in parts of 2^17 runs of all jobs: what is written now lies in the newest
-- part, which fits into the cache however many jobs and runs there are.
create index runs_by_job on runs (id >> 17, job);
create index runs_active on runs (id) where state < 2;
