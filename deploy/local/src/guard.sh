#!/bin/sh
# Stops what a killed launcher leaves behind. Reads "+ <pid> <signal>" and "- <pid>" until its
# input ends, which it does when the launcher is gone, then stops the newest first.
trap '' INT HUP TERM

alive() {
  kill -0 "$1" 2>/dev/null || return 1
  read -r stat 2>/dev/null <"/proc/$1/stat" || return 0
  # A zombie has ended, whenever its new parent takes notice.
  case ${stat##*) } in Z*) return 1 ;; esac
}

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
  while [ $tries -lt 50 ] && alive "$pid"; do
    sleep 0.1
    tries=$((tries + 1))
  done
  alive "$pid" && kill -s KILL "$pid"
done
exit 0
