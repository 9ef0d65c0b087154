/** A run of what both sequences have, what only the first has, or what only the second has. */
export interface Run {
  readonly kind: 'same' | 'removed' | 'added'
  readonly items: readonly string[]
}

/** More edits than this are told as one replacement: the way to the shortest difference grows with their square. */
const MOST_EDITS = 2000

/** The shortest difference between two sequences (Myers 1986, "An O(ND) Difference Algorithm"). Joined again, the runs give either back. */
export function sequenceDifference(a: readonly string[], b: readonly string[]): Run[] {
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = edits(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return merged([{ kind: 'same', items: a.slice(0, head) }, ...middle, { kind: 'same', items: a.slice(a.length - tail) }])
}

function edits(a: readonly string[], b: readonly string[]): Run[] {
  const whole: Run[] = [
    { kind: 'removed', items: a },
    { kind: 'added', items: b },
  ]
  if (a.length === 0 || b.length === 0) return whole
  const trace = furthest(a, b)
  return trace === null ? whole : walkBack(a, b, trace)
}

/** For each number of edits the furthest place reached on every diagonal; null when it takes too many. */
function furthest(a: readonly string[], b: readonly string[]): Int32Array[] | null {
  const most = Math.min(a.length + b.length, MOST_EDITS)
  const reach = new Int32Array(2 * most + 3)
  const at = (diagonal: number): number => reach[diagonal + most + 1] ?? 0
  const trace: Int32Array[] = []
  for (let count = 0; count <= most; count++) {
    trace.push(reach.slice(most + 1 - count - 1, most + 1 + count + 2))
    for (let diagonal = -count; diagonal <= count; diagonal += 2) {
      const down = diagonal === -count || (diagonal !== count && at(diagonal - 1) < at(diagonal + 1))
      let x = down ? at(diagonal + 1) : at(diagonal - 1) + 1
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++
      reach[diagonal + most + 1] = x
      if (x >= a.length && x - diagonal >= b.length) return trace
    }
  }
  return null
}

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[]): Run[] {
  const runs: Run[] = []
  let x = a.length
  let y = b.length
  for (let count = trace.length - 1; count >= 0; count--) {
    const reach = trace[count] ?? new Int32Array()
    const at = (diagonal: number): number => reach[diagonal + count + 1] ?? 0
    const diagonal = x - y
    const down = diagonal === -count || (diagonal !== count && at(diagonal - 1) < at(diagonal + 1))
    const before = down ? diagonal + 1 : diagonal - 1
    const startX = count === 0 ? 0 : at(before)
    const afterEdit = count === 0 || down ? startX : startX + 1
    while (x > afterEdit) {
      x--
      y--
      runs.push({ kind: 'same', items: [a[x] ?? ''] })
    }
    if (count === 0) break
    if (down) runs.push({ kind: 'added', items: [b[--y] ?? ''] })
    else runs.push({ kind: 'removed', items: [a[--x] ?? ''] })
  }
  return runs.reverse()
}

/** Neighbours of a kind as one run, empty ones gone; within a change, what went stands before what came. */
function merged(runs: readonly Run[]): Run[] {
  const result: { kind: Run['kind']; items: string[] }[] = []
  for (const { kind, items } of runs) {
    if (items.length === 0) continue
    const last = result.at(-1)
    if (last?.kind === kind) last.items.push(...items)
    else if (kind === 'removed' && last?.kind === 'added') {
      const earlier = result.at(-2)
      if (earlier?.kind === 'removed') earlier.items.push(...items)
      else result.splice(-1, 0, { kind, items: [...items] })
    } else result.push({ kind, items: [...items] })
  }
  return result
}
