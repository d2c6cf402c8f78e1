-- name: load_jobs
-- The definition as bytes: a damaged one need not be text.
select
    id, cast(definition as blob), next_run_at, paused, problem, created_at, changed_at, position,
    number, job_name
from jobs
left join standings on job_id = id;

-- A job that replaces another keeps its position.
-- name: put_job
insert into jobs (id, definition, paused, problem, created_at, changed_at, position)
values (:id, :definition, :paused, :problem, :created_at, :changed_at, :position)
on conflict (id) do update set
    definition = excluded.definition,
    paused = excluded.paused,
    problem = excluded.problem,
    created_at = excluded.created_at,
    changed_at = excluded.changed_at;

-- Puts a definition that cannot be read back, byte for byte.
-- name: put_raw_job
insert into jobs (id, definition, paused, problem, created_at, changed_at, position)
values (:id, cast(:definition as text), :paused, null, :created_at, :changed_at, :position)
on conflict (id) do update set
    definition = excluded.definition,
    paused = excluded.paused,
    problem = null,
    created_at = excluded.created_at,
    changed_at = excluded.changed_at;

-- For a job whose definition cannot be read, and so must not be written.
-- name: pause_job
update jobs set paused = :paused, changed_at = :changed_at where id = :id;

-- name: remove_job
delete from jobs where id = :id;
