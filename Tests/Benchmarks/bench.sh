#!/bin/sh
# Prints what leadheat costs beside counting the newlines of the same file, as paired ratios of CPU seconds (user and
# system) of whole processes: seconds alone say little on a machine that does other things too.
#
#   ROWS=1000000 PAIRS=5 PYTHON=python3 Tests/Benchmarks/bench.sh
#
# Polars and DuckDB are compared where PYTHON can import them.
set -eu
here=$(dirname "$0")
cd "$here/../.."
rows=${ROWS:-1000000}
pairs=${PAIRS:-5}
python=${PYTHON:-python3}
leadheat=$PWD/.build/release/leadheat
build=$PWD/.build-bench
mkdir -p "$build"
for program in generate newlines pairs; do
  [ "$build/$program" -nt "Tests/Benchmarks/$program.c" ] ||
    ${CC:-cc} -O3 -o "$build/$program" "Tests/Benchmarks/$program.c" -lm
done
cp "$here"/*.py "$build"
cd "$build"

data() { # NAME FORM TEAMS REPS ORDER: the file, made once
  [ -s "$1-$rows.csv" ] || { ./generate "$rows" "$2" "$3" "$4" "$5" > "$1.part" && mv "$1.part" "$1-$rows.csv"; }
}
data iso iso 8 60 sorted
data us us 8 60 sorted
data z z 8 60 sorted
data wide iso 200 2000 sorted
data random iso 8 60 random
data ids iso 8 60 ids
printf 'leads: [iso-%s.csv]\ntimezone: America/New_York\n' "$rows" > iso.yml
printf 'leads: [z-%s.csv]\ntimezone: America/New_York\n' "$rows" > z.yml

pair() { ./pairs "$pairs" "$@"; }
check() { echo "$leadheat check --quiet $1-$rows.csv"; }
build() { echo "$leadheat build --quiet --force --output $2 $1-$rows.csv"; }

echo "$rows rows, median of $pairs pairs"
printf '%-44s %8s %8s %8s %7s %9s %8s %8s\n' job 'CPU s' 'wall s' 'Mrows/s' MiB 'B CPU s' 'CPU A/B' 'wall A/B'
pair "$rows" "2 check : newlines" $(check iso) -- ./newlines "iso-$rows.csv"
pair "$rows" "3 check US : ISO" $(check us) -- $(check iso)
pair "$rows" "3 check Z in a zone : ISO in it" "$leadheat" check --quiet --config z.yml -- "$leadheat" check --quiet --config iso.yml
pair "$rows" "4 check 200 teams, 2,000 reps : newlines" $(check wide) -- ./newlines "wide-$rows.csv"
pair "$rows" "4 check 200 teams, 2,000 reps : job 2" $(check wide) -- $(check iso)
pair "$rows" "4 check ids out of order : job 2" $(check ids) -- $(check iso)
pair "$rows" "4 check random order : job 2" $(check random) -- $(check iso)
# The wall clock of this pair tells what a second processor brings, where two are free.
if command -v taskset >/dev/null; then
  pair "$rows" "5 check on two processors : on one" $(check iso) -- taskset -c 0 $(check iso)
fi
pairs=$(( (pairs + 1) / 2 ))
for peer in polars duckdb; do
  if "$python" -c "import $peer" 2>/dev/null; then
    pair "$rows" "2 $peer, aggregates : check" "$python" "${peer}_aggregates.py" "iso-$rows.csv" -- $(check iso)
    pair "$rows" "1 $peer, aggregates : complete site" "$python" "${peer}_aggregates.py" "iso-$rows.csv" -- $(build iso site)
  else
    echo "$peer is not installed"
  fi
done
pair "$rows" "8 complete site : check" $(build iso site) -- $(check iso)
pages=$(find site -name '*.html' | wc -l)
bytes=$(find site -name '*.html' -exec cat {} + | wc -c)
echo "  $pages pages of $((bytes / pages)) bytes"
rm -rf fresh
pair "$pages" "7 complete site, Mpages/s" $(build iso fresh) -- $(check iso)
pair 0 "9 nothing changed : check" $(build iso site) -- $(check iso)
pair 0 "11 --help : true" "$leadheat" --help -- true
