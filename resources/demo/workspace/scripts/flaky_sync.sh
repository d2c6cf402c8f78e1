#!/bin/sh
# Takes a few seconds and fails every third time, so that there is something to look at.
count_file="${TMPDIR:-/tmp}/carillon-demo-flaky-$(id -u)"
count=$(cat "$count_file" 2>/dev/null || echo 0)
count=$((count + 1))
echo "$count" >"$count_file"

for step in connect compare copy; do
    echo "$step ..."
    sleep 1
done
if [ $((count % 3)) -eq 0 ]; then
    echo "the other side closed the connection" >&2
    exit 3
fi
echo "in step"
