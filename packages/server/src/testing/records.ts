import { createHash } from 'node:crypto'

/** The body of an Alertmanager webhook about one alert. */
export function alertBody(name: string, status: 'firing' | 'resolved' = 'firing', { startsAt = '2026-03-04T09:00:00Z', severity = 'critical' } = {}): string {
  const labels = { alertname: name, severity, service: 'checkout' }
  return JSON.stringify({
    version: '4',
    groupKey: `{}:{alertname="${name}"}`,
    truncatedAlerts: 0,
    status,
    receiver: 'blamefree',
    groupLabels: { alertname: name },
    commonLabels: labels,
    commonAnnotations: { summary: `${name} on checkout` },
    externalURL: 'http://alertmanager.example.com',
    alerts: [
      {
        status,
        labels,
        annotations: { summary: `${name} on checkout` },
        startsAt,
        endsAt: status === 'resolved' ? new Date(Date.parse(startsAt) + 900_000).toISOString() : '0001-01-01T00:00:00Z',
        generatorURL: 'http://prometheus.example.com/graph?g0.expr=up',
        fingerprint: createHash('sha256').update(name).digest('hex').slice(0, 16),
      },
    ],
  })
}

/** A form as a browser sends it. */
export function form({
  files,
  fields = {},
}: {
  readonly files: readonly (readonly [name: string, content: string | Uint8Array])[]
  readonly fields?: Readonly<Record<string, string>>
}): {
  readonly body: Buffer
  readonly headers: Readonly<Record<string, string>>
} {
  const boundary = 'form-of-a-test'
  const parts: Buffer[] = []
  for (const [name, value] of Object.entries(fields))
    parts.push(Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  for (const [name, content] of files) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    parts.push(Buffer.from(head), Buffer.from(content), Buffer.from('\r\n'))
  }
  return { body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}
