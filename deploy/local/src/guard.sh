#!/bin/sh
# Stops what a killed launcher leaves behind. Reads "+ <pid> <signal>" and "- <pid>" until its
# input ends, which it does when the launcher is gone, then stops the newest first.
trap '' INT HUP TERM
entries=
while read -r sign pid signal; do
  kept=
  for entry in $entries; do
    [ "${entry%%:*}" = "$pid" ] || kept="$kept $entry"
  done
  entries=$kept
  [ "$sign" = + ] && entries="$pid:$signal$entries"
done
for entry in $entries; do
  pid=${entry%%:*}
  kill -s "${entry#*:}" "$pid" 2>/dev/null || continue
  tries=0
  while [ $tries -lt 50 ] && kill -0 "$pid" 2>/dev/null; do
    sleep 0.1
    tries=$((tries + 1))
  done
  kill -s KILL "$pid" 2>/dev/null
done
exit 0
