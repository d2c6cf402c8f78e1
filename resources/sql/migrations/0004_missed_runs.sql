-- How many due times were missed lately is asked at each start.
create index runs_missed on runs (ended_at) where state = 6;
