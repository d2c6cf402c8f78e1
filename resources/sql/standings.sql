-- Gives a number to a job that has none.
-- name: add_standing
insert into standings (job_id, job_name, next_run_at)
values (:job_id, :job_name, :next_run_at)
on conflict (job_id) do nothing;

-- name: find_standing
select number, job_name from standings where job_id = :job_id;

-- name: advance
update standings set next_run_at = :next_run_at where number = :number;

-- name: note_ended
update standings
set latest_run = max(coalesce(latest_run, 0), :run)
where number = :number;

-- Both at once, for a run that was over when it was decided.
-- name: advance_past
update standings
set next_run_at = :next_run_at, latest_run = max(coalesce(latest_run, 0), :run)
where number = :number;

-- Of a job that goes; its runs may still need the number.
-- name: retire
update standings set next_run_at = null where job_id = :job_id;

-- name: remove_unused
delete from standings
where job_id = :job_id and latest_run is null
    and not exists (select 1 from runs where state < 2 and job = number);
