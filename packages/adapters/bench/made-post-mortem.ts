import { parseMarkdown } from '@blamefree/core'
import type { Document } from '@blamefree/core'

/** A post-mortem with so many timeline rows and every section filled, as Markdown without directives, so that every program is given the same. */
export function madeMarkdown(rows: number, number: number): string {
  const events = Array.from({ length: rows }, (_, index) => {
    const minutes = String(index % 60).padStart(2, '0')
    return `| [${9 + Math.floor(index / 60)}:${minutes}:00](https://chat.example.com/${number}/${index}) (+${index}mins) | ${EVENTS[index % EVENTS.length] ?? ''} (${number}.${index}) |`
  })
  return `# Incident ${number}: checkout was slow

## Key information

- **Incident type:** Platform
- **Severity:** Major
- **Affected services:** Login, Cart, User Preferences
- **Incident Lead:** Chris Evans
- **Active participants:** Rebecca Song, Lawrence Jones

## Summary

${`From 09:00 to 10:00 requests to **checkout** took up to 30 seconds, because the connection pool of \`orders-${number}\` was exhausted. `.repeat(4)}

${'We rolled the release back, raised the pool and followed up with a [runbook](https://runbooks.example.com/pool). '.repeat(3)}

## Timeline

| Timestamp | Event |
| --- | --- |
${events.join('\n')}

## Contributors

1. The pool was sized for half of the traffic.
2. The alert looked at errors, not at latency.
3. ${'Nobody had read the release notes of the driver. '.repeat(3)}

## Follow-up actions

- [ ] Alert on latency (Rebecca Song, 2026-04-01)
- [x] Raise the pool (Chris Evans, 2026-03-05)

\`\`\`
pool: { max: ${number}0, idle: 10 }
\`\`\`
`
}

/** The same as a document. */
export function madeDocument(rows: number, number: number): Document {
  const { tree } = parseMarkdown(madeMarkdown(rows, number))
  return { schemaVersion: 1, title: `Incident ${number}: checkout was slow`, template: null, zone: 'UTC', language: 'en', tree }
}

const EVENTS = [
  'Chris Evans reported the incident',
  'Alert `HighLatency` fired on **checkout**',
  'Rebecca Song: the pool is exhausted, every connection waits for a lock in the orders table, so I am going to look at what was deployed this morning',
  'Deploy of `web@4f2a91c` was rolled back',
  'Latency is back to normal',
]
