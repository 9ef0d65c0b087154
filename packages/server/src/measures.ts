import { Gauge, Histogram, Registry } from 'prom-client'

/** What the process measures of itself, for Prometheus. Labels are few and known beforehand: never an id, a name or an address. */
export interface Measures {
  /** How long an answer took. `route` is the route's pattern, never the path. */
  answered(answer: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }): void
  /** Adds a value that is read when somebody asks: one number, or one for each value of a label. */
  gauge(name: `blamefree_${string}`, help: string, read: () => Reading | Promise<Reading>): void
  /** Everything, in Prometheus's text format 0.0.4. */
  text(): Promise<string>
}

/** One number, or rows of labels with theirs. */
export type Reading = number | readonly { readonly labels: Readonly<Record<string, string>>; readonly value: number }[]

const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

export function openMeasures(): Measures {
  const registry = new Registry()
  const answers = new Histogram({
    name: 'blamefree_http_request_duration_seconds',
    help: 'How long answers took, by route.',
    labelNames: ['method', 'route', 'status'],
    buckets: BUCKETS,
    registers: [registry],
  })
  const gauge: Measures['gauge'] = (name, help, read) => {
    let labelled: Gauge | null = null
    const own: Gauge = new Gauge({
      name,
      help,
      labelNames: ['kind', 'state'],
      registers: [registry],
      async collect() {
        labelled ??= own
        labelled.reset()
        const reading = await read()
        if (typeof reading === 'number') labelled.set(reading)
        else for (const { labels, value } of reading) labelled.set({ ...labels }, value)
      },
    })
  }
  gauge('blamefree_process_resident_memory_bytes', 'Memory of this process.', () => process.memoryUsage.rss())
  gauge('blamefree_process_heap_bytes', 'Memory of its JavaScript.', () => process.memoryUsage().heapUsed)
  gauge('blamefree_process_cpu_seconds', 'Processor time of this process since it started.', () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1e6
  })
  gauge('blamefree_process_uptime_seconds', 'Since it started.', () => process.uptime())
  return {
    answered: ({ method, route, status, seconds }) => answers.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    gauge,
    text: async () => await registry.metrics(),
  }
}
