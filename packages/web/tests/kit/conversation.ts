const SAID = [
  'p95 of search is at 4.2 s, normal is 180 ms',
  'looking at the index nodes in eu-west, two of them are red',
  'the deploy of 08:12 is the only change since yesterday',
  'could be the new shard allocation, it moved 40 shards at once',
  'Customers write that search shows nothing at all, 31 tickets by now',
  'I see the same in eu-central, but not in us-east',
  'still looking into it',
  'rolling back the allocation setting now',
  'that made it worse for a minute, the queue is at 12,000',
  'thanks, that explains the graph',
] as const

/** A conversation of five people, a line every seven seconds, with the times in UTC. */
export function conversation(lines: number): string {
  const people = ['Ada', 'Ken', 'Grace', 'Lin', 'Maria']
  const begin = Date.parse('2026-03-04T08:00:00Z')
  return Array.from({ length: lines }, (_, index) => {
    const at = new Date(begin + index * 7000).toISOString().slice(0, 19).replace('T', ' ')
    return `${at} ${people[(index * 7) % 5] ?? ''}: ${SAID[(index * 3) % SAID.length] ?? ''} (${index})`
  }).join('\n')
}
