alter table runs add column caused_by text;         -- who asked for it
alter table runs add column source integer;         -- the run it follows from
alter table runs add column not_before integer;     -- a retry waits until then
alter table runs add column facts text;             -- JSON: why it did not run, or not on time
alter table runs add column process text;           -- JSON: which process it is, while it runs
alter table runs add column user_time integer;      -- microseconds
alter table runs add column system_time integer;    -- microseconds
alter table runs add column peak_memory integer;    -- bytes

-- How often the clock was set back, and when the engine last looked at it.
insert into counters (name, value) values ('clock_epoch', 0), ('last_seen', 0);
