"""Polars: leads, contacted and in time by team, week, weekday and half hour; median and p90 by team and week."""
import os
import sys

os.environ.setdefault("POLARS_MAX_THREADS", "2")
import polars as pl

times = {name: pl.String for name in ("received_time", "first_contact_time")}
received, contacted = (pl.col(name).str.to_datetime("%Y-%m-%d %H:%M:%S", time_unit="ms").dt.epoch("s") for name in times)
leads = (
    pl.scan_csv(sys.argv[1], schema_overrides=times)
    .select("team", received.alias("at"), (contacted - received).alias("taken"))
    .with_columns(day=pl.col("at") // 86400 + 3, slot=pl.col("at") % 86400 // 1800)
    .with_columns(week=pl.col("day") // 7, weekday=pl.col("day") % 7)
)
cells = leads.group_by("team", "week", "weekday", "slot").agg(
    pl.len().alias("leads"), pl.col("taken").count().alias("contacted"), (pl.col("taken") <= 3600).sum().alias("in_time")
)
weeks = leads.group_by("team", "week").agg(
    pl.col("taken").median().alias("median"), pl.col("taken").quantile(0.9).alias("p90")
)
cells, weeks = pl.collect_all([cells, weeks])
print(cells.height, cells["leads"].sum(), cells["contacted"].sum(), cells["in_time"].sum(), weeks.height)
