import { readFileSync } from 'node:fs'
import type { Incident } from '../src/index.ts'
import { testData } from '../../../tools/test-data.ts'
import { localInstant, madeIncident, type Line } from './made-record.ts'

/** A line of a timeline that a person wrote. `at` is local, `16:04`; null where the person did not know. */
export interface HumanLine {
  readonly at: string | null
  readonly text: string
}

/** A real conversation and the timeline that a person made of the incident. */
export interface RealConversation {
  readonly name: string
  readonly zone: string
  readonly incident: Incident
  readonly human: readonly HumanLine[]
  /** By hand: for the human's line at a time, the messages that say it, `16:06 author`; a line that is absent is in no message. */
  readonly byHand: Readonly<Record<string, readonly string[]>>
}

/** The conversations whose text the Kubernetes post-mortems quote; empty where the files are not beside this checkout. */
export function realConversations(): RealConversation[] {
  return Object.entries(BY_HAND).flatMap(([date, byHand]) => {
    const path = testData(`postmortems/kubernetes__test-infra/docs/post-mortems/${date}.md`)
    if (path === null) return []
    const text = readFileSync(path, 'utf8')
    const zone = 'America/Los_Angeles'
    const lines = slackExcerpts(text.slice(text.search(/^## Append/m)), date, zone)
    return [{ name: date, zone, incident: madeIncident(lines, zone), human: humanLines(text), byHand }]
  })
}

/** Messages pasted from Slack into a post-mortem: `> name [4:06 PM]`, then lines of text with or without `>`. */
function slackExcerpts(text: string, date: string, zone: string): Line[] {
  const found: { who: string; time: string; lines: string[] }[] = []
  for (const line of text.split('\n')) {
    const header = /^> ?([A-Za-z][\w .-]*?) +\[(\d{1,2}):(\d\d) ([AP])M\]|^([a-z]\w*) \[(\d{1,2}):(\d\d) ([AP])M\]/.exec(line)
    if (header !== null) {
      const [who, hour, minute, half] = header[1] === undefined ? header.slice(5, 9) : header.slice(1, 5)
      const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0)
      found.push({ who: who ?? '', time: `${String(hours).padStart(2, '0')}:${minute ?? '00'}`, lines: [] })
    } else if (/^(?:#{2,} |---)/.test(line)) found.push({ who: '', time: '00:00', lines: [] })
    else found.at(-1)?.lines.push(line.replace(/^> ?/, ''))
  }
  return found
    .filter(({ who }) => who !== '')
    .map(({ who, time, lines }) => ({ at: localInstant(date, time, zone), who: who.toLowerCase(), text: lines.join('\n').trim() }))
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

function humanLines(text: string): HumanLine[] {
  const section = /^## Timeline\n([\s\S]*?)^## /m.exec(text)?.[1] ?? ''
  return section
    .split(/^\* /m)
    .slice(1)
    .map((item) => {
      const match = /^\[(\d\d:\d\d|\?+)\] ([\s\S]*)$/.exec(item)
      const at = match?.[1] ?? null
      return { at: at?.startsWith('?') === true ? null : at, text: (match?.[2] ?? item).replace(/\s+/g, ' ').trim() }
    })
}

const BY_HAND: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  '2019-02-08': {
    '13:20': ['13:46 krzyzacy'],
    '16:04': ['16:06 krzyzacy'],
    '16:19': ['16:19 krzyzacy'],
    '16:21': ['16:21 krzyzacy'],
    '16:31': ['16:31 cblecker'],
    '16:40': ['16:40 krzyzacy'],
    '17:07': ['17:07 krzyzacy'],
    '17:15': ['17:15 stevekuznetsov', '17:18 stevekuznetsov'],
    '17:25': ['17:25 krzyzacy'],
    '17:59': ['17:59 krzyzacy'],
    '18:09': ['17:59 krzyzacy'],
  },
  '2019-05-30': {
    '13:26': ['13:26 cblecker'],
    '14:11': ['14:11 katharine'],
    '14:17': ['14:17 benjamin elder', '14:22 benjamin elder'],
    '14:43': ['14:37 benjamin elder', '14:43 benjamin elder', '14:46 katharine'],
    '15:02': ['15:02 benjamin elder'],
    '17:10': ['17:10 katharine'],
    '17:41': ['17:41 bentheelder'],
    '23:55': ['23:55 bentheelder', '23:55 benjamin elder'],
  },
}
