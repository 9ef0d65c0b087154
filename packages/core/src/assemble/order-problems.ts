import type { Configuration } from '../configuration.ts'
import type { Facts } from '../incident.ts'
import { millisOf } from '../instant.ts'
import type { Problem } from '../problem.ts'
import { dateTimeZoneText, durationText } from '../time.ts'
import { originText, quoted } from './clash.ts'

/** A problem for each timestamp that lies before one that it ought to follow, naming both and where they come from. */
export function orderProblems({ timestamps }: Pick<Facts, 'timestamps'>, { configuration, zone }: { configuration: Configuration; zone: string }): Problem[] {
  const known = configuration.timestamps.flatMap(({ id, name }) => {
    const fact = Object.hasOwn(timestamps, id) ? timestamps[id] : undefined
    return fact === undefined ? [] : [{ name, fact }]
  })
  const problems: Problem[] = []
  let latest = known[0]
  for (const next of known.slice(1)) {
    if (latest === undefined || next.fact.value >= latest.fact.value) {
      latest = next
      continue
    }
    const gap = durationText(millisOf(latest.fact.value) - millisOf(next.fact.value))
    const tell = ({ fact }: typeof next): string => `${dateTimeZoneText(fact.value, zone)}, ${originText(fact.origin)}`
    problems.push({
      code: 'assemble/order',
      message: `${quoted(next.name)} (${tell(next)}) lies ${gap} before ${quoted(latest.name)} (${tell(latest)}), which ought to come first.`,
      hint: 'Check both, and set the wrong one by hand.',
      weight: 'warning',
    })
  }
  return problems
}
