#!/bin/sh
# Fuzzes each reader for FUZZ_SECONDS (60), with the corpus beside this script as the seed. What is found stays in
# .build-fuzz/<target>/crash-*, and the run fails.
#
#   Tests/Fuzz/fuzz.sh [leads|timestamps|schedule ...]
set -eu
cd "$(dirname "$0")/../.."
seconds=${FUZZ_SECONDS:-60}
build=.build-fuzz
logic=Sources/Logic
mkdir -p "$build"

compile() { # MODULE SOURCES...: an object file and a module, for the fuzzer and under the address sanitizer
  module=$1
  shift
  swiftc -O -wmo -parse-as-library -sanitize=fuzzer,address -swift-version 6 -enable-testing \
    -package-name leadheat -module-name "$module" -I "$build" -Xcc -ISources/CScan/include \
    -Xcc -fmodule-map-file="$build/CScan.modulemap" -emit-module -emit-module-path "$build/$module.swiftmodule" \
    -c -o "$build/$module.o" "$@"
}

echo "module CScan { header \"$PWD/Sources/CScan/include/CScan.h\" }" > "$build/CScan.modulemap"
${CLANG:-clang} -O1 -fsanitize=fuzzer-no-link,address -ISources/CScan/include -c -o "$build/CScan.o" Sources/CScan/CScan.c
compile LeadModel $(find $logic/LeadModel -name '*.swift')
compile LeadIngest $(find $logic/LeadIngest -name '*.swift')

[ $# -gt 0 ] || set -- leads timestamps schedule
for target; do
  case $target in
    leads) source=FuzzLeads ;;
    timestamps) source=FuzzTimestamps ;;
    schedule) source=FuzzSchedule ;;
    *) echo "no such target: $target" >&2; exit 64 ;;
  esac
  compile "$source" "Tests/Fuzz/$source.swift" Tests/Fuzz/Demand.swift
  swiftc -sanitize=fuzzer,address -use-ld=lld -o "$build/$target" "$build/$source.o" "$build/LeadIngest.o" "$build/LeadModel.o" \
    "$build/CScan.o"
done
for target; do
  mkdir -p "$build/$target.found"
  echo "$target: $seconds s"
  # The backtracer would hang in a process that crashed; a run that hangs otherwise is ended.
  # Traces of allocations take most of the time and tell nothing that a finding does not.
  ASAN_OPTIONS=malloc_context_size=0 SWIFT_BACKTRACE=enable=no timeout -k 10 $((seconds + 60)) "$build/$target" "$build/$target.found" \
    "Tests/Fuzz/Corpus/$target" -max_total_time="$seconds" -max_len=1024 -detect_leaks=0 -timeout=20 -rss_limit_mb=4096 \
    -dict=Tests/Fuzz/leads.dict -artifact_prefix="$build/$target." -print_final_stats=1 \
    > "$build/$target.log" 2>&1 || { tail -n 30 "$build/$target.log" >&2; exit 1; }
  grep -E 'stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' "$build/$target.log"
done
