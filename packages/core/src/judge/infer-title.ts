import { inferred, type Fact } from '../fact.ts'
import type { Inference } from './infer.ts'
import { firstReport } from './key-ends.ts'
import { cut, plainWords } from './quote.ts'
import { isTelling } from './record.ts'
import { titleWords } from './title-words.ts'

/** The title: a stated one, else what the incident was renamed to, else what the channel's name says, else the first report's words, else the alert's name. */
export function inferTitle({ incident, entries }: Inference): Fact<string> | null {
  if (incident.title !== null) return incident.title
  const renamed = incident.events.findLast(
    ({ what }) => what.kind === 'change' && /^(?:title|name|summary)$/i.test(what.field) && (what.to ?? '').trim() !== '',
  )
  if (renamed?.what.kind === 'change') return inferred(plainWords(renamed.what.to ?? ''), renamed.origin, 'title-change', [renamed.id])
  const inChannel = incident.events.find(({ what }) => what.kind === 'message' && channelWords(what.channel) !== null)
  if (inChannel?.what.kind === 'message') {
    return inferred(channelWords(inChannel.what.channel) ?? '', inChannel.origin, 'channel-name', [inChannel.id])
  }
  const alert = incident.events.find(({ what }) => what.kind === 'alert' && what.state === 'firing' && what.name !== '')
  const report = firstReport(entries)
  // Some begin with nothing but a greeting.
  const said = report === null ? [] : [report, ...entries.slice(report.index + 1, report.index + 6).filter((entry) => isTelling(entry))]
  for (const { event } of said) {
    const words = titleWords(plainWords(event.text))
    if (words !== '') return inferred(words, event.origin, 'first-report', [event.id])
  }
  return alert?.what.kind === 'alert' ? inferred(cut(alert.what.name, 90), alert.origin, 'first-alert', [alert.id]) : null
}

/** `inc-2022-11-18-app-down` → `App down`; null for a channel whose name says nothing of an incident. */
function channelWords(channel: string | null): string | null {
  const words = /^(?:inc(?:ident)?|outage|sev\d|war-?room)[-_](?:[\d-]+[-_])?(\p{L}[\p{L}\p{N}_-]{3,})$/iu.exec(channel ?? '')?.[1]
  if (words === undefined || /^(?:\w*\d\w*|general|channel|room|response)$/i.test(words)) return null
  const text = words.replace(/[-_]+/g, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
