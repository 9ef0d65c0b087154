/** What is taken out of a text: where, of which kind, and what stands there instead. */
export interface Span {
  readonly start: number
  readonly end: number
  /** `aws-key`, `password`, `name` …: what the preview counts. */
  readonly kind: string
  readonly put: string
}

/** What stands where a secret stood. */
export const SECRET = '[secret]'

/** Something that finds what must go. */
export type Finder = (text: string) => Span[]

/** Spans in order that do not overlap: of two that do, the one that starts first goes on to the end of both, and where one is a secret it is counted as that. */
export function apart(spans: readonly Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last === undefined || span.start >= last.end) result.push(span)
    else result[result.length - 1] = { ...last, end: Math.max(last.end, span.end), kind: last.put !== SECRET && span.put === SECRET ? span.kind : last.kind }
  }
  return result
}

/** Those of `spans` that none of `taken` overlaps. Both are in order, and none of either overlaps another of its own. */
export function clearOf(taken: readonly Span[], spans: readonly Span[]): Span[] {
  let next = 0
  return spans.filter(({ start, end }) => {
    while ((taken[next]?.end ?? Infinity) <= start) next++
    return (taken[next]?.start ?? Infinity) >= end
  })
}

/** A text without its spans. */
export function without(text: string, spans: readonly Span[]): string {
  let result = ''
  let at = 0
  for (const { start, end, put } of spans) {
    result += text.slice(at, start) + put
    at = end
  }
  return result + text.slice(at)
}
