-- Times are microseconds since 1970-01-01T00:00:00Z.

create table jobs (
    id text not null primary key,
    position integer not null,  -- the order in which jobs were added
    definition text not null,   -- JSON, the wire form
    next_run_at integer,
    paused integer not null,
    problem text,               -- why the job cannot be planned
    created_at integer not null,
    changed_at integer not null
) strict;

create table runs (
    id integer not null primary key,
    job_id text not null,       -- the job may be gone
    job_name text not null,
    state integer not null,     -- RunState
    cause integer not null,     -- RunCause
    due_at integer,             -- null: started by hand
    epoch integer not null default 0, -- grows when the clock is set back, so that a due time may repeat
    attempt integer not null,
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
    tail blob                   -- the end of the output
) strict;

-- The time first, so that what is decided together stands together.
create unique index runs_once on runs (due_at, job_id, epoch, attempt) where due_at is not null;
create index runs_by_job on runs (job_id, id);
create index runs_active on runs (id) where state < 2;

-- Numbers that must not go back when rows are deleted.
create table counters (
    name text not null primary key,
    value integer not null
) strict;

insert into counters (name, value) values ('highest_run', 0);
