-- Posts the file that is named after "--", and prints requests, time in us, p50 and p99 in us, and failures.
function init(args)
   local file = assert(io.open(args[1]))
   wrk.method = "POST"
   wrk.headers["Content-Type"] = "application/json"
   wrk.body = file:read("*a")
   file:close()
end

function done(summary, latency, requests)
   local errors = summary.errors
   local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
   print(string.format("RESULT %d %d %d %d %d", summary.requests, summary.duration,
      latency:percentile(50), latency:percentile(99), failed))
end
