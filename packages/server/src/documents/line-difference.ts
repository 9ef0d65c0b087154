/** A run of lines that both texts have, that only the first has, or that only the second has. */
export interface LineRun {
  readonly kind: 'same' | 'removed' | 'added'
  readonly lines: readonly string[]
}

/** More edits than this are told as one replacement: the way to the shortest difference grows with their square. */
const MOST_EDITS = 2000

/** The shortest difference between two texts, by lines (Myers 1986, "An O(ND) Difference Algorithm"). Joined again, the runs give either text back. */
export function lineDifference(before: string, after: string): LineRun[] {
  const a = before.split('\n')
  const b = after.split('\n')
  let head = 0
  while (head < a.length && head < b.length && a[head] === b[head]) head++
  let tail = 0
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++
  const middle = edits(a.slice(head, a.length - tail), b.slice(head, b.length - tail))
  return merged([{ kind: 'same', lines: a.slice(0, head) }, ...middle, { kind: 'same', lines: a.slice(a.length - tail) }])
}

function edits(a: readonly string[], b: readonly string[]): LineRun[] {
  const whole: LineRun[] = [
    { kind: 'removed', lines: a },
    { kind: 'added', lines: b },
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

function walkBack(a: readonly string[], b: readonly string[], trace: readonly Int32Array[]): LineRun[] {
  const runs: LineRun[] = []
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
      runs.push({ kind: 'same', lines: [a[x] ?? ''] })
    }
    if (count === 0) break
    if (down) runs.push({ kind: 'added', lines: [b[--y] ?? ''] })
    else runs.push({ kind: 'removed', lines: [a[--x] ?? ''] })
  }
  return runs.reverse()
}

/** Neighbours of a kind as one run, empty ones gone; within a change, what went stands before what came. */
function merged(runs: readonly LineRun[]): LineRun[] {
  const result: { kind: LineRun['kind']; lines: string[] }[] = []
  for (const { kind, lines } of runs) {
    if (lines.length === 0) continue
    const last = result.at(-1)
    if (last?.kind === kind) last.lines.push(...lines)
    else if (kind === 'removed' && last?.kind === 'added') {
      const earlier = result.at(-2)
      if (earlier?.kind === 'removed') earlier.lines.push(...lines)
      else result.splice(-1, 0, { kind, lines: [...lines] })
    } else result.push({ kind, lines: [...lines] })
  }
  return result
}
