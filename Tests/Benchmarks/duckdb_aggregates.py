"""DuckDB: leads, contacted and in time by team, week, weekday and half hour; median and p90 by team and week."""
import sys

import duckdb

connection = duckdb.connect()
connection.execute("set threads = 2; set preserve_insertion_order = false")
connection.execute(
    """
    create temp table leads as
    select team, epoch(received_time)::bigint as instant,
      (epoch(first_contact_time) - epoch(received_time))::int as taken
    from read_csv(?, header = true, columns = {
      'lead_id': 'VARCHAR', 'received_time': 'TIMESTAMP', 'first_contact_time': 'TIMESTAMP',
      'first_contact_channel': 'VARCHAR', 'rep_name': 'VARCHAR', 'team': 'VARCHAR'})
    """,
    [sys.argv[1]],
)
cells = connection.execute(
    """
    select team, (instant // 86400 + 3) // 7 as week, (instant // 86400 + 3) % 7 as weekday, instant % 86400 // 1800 as slot,
      count(*) as leads, count(taken) as contacted, count(*) filter (taken <= 3600) as in_time
    from leads group by all
    """
).fetchnumpy()
weeks = connection.execute(
    """
    select team, (instant // 86400 + 3) // 7 as week, median(taken) as median, quantile_cont(taken, 0.9) as p90
    from leads group by all
    """
).fetchnumpy()
print(len(cells["team"]), *(int(cells[name].sum()) for name in ("leads", "contacted", "in_time")), len(weeks["team"]))
