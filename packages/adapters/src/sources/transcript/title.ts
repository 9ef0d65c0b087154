import { cleanText, inferred, type Fact } from '@blamefree/core'
import { TIMELINE } from './prose.ts'
import { dayHeading, timedLine } from './timed-line.ts'

/** How many lines are looked at. */
const LOOKED_AT = 60

/** What a text calls itself: its first heading of the first level before any line with a time. One that only says that times follow, or which day it was, is no title. */
export function titleOf(text: string): Fact<string> | null {
  for (const [index, line] of text.split(/\r\n?|\n/, LOOKED_AT).entries()) {
    const heading = /^# +(\S.{0,300})$/.exec(line.trimEnd())?.[1]
    if (heading !== undefined) {
      const title = cleanText(heading.replace(/\s#+$/, '').replaceAll(/[*_`]{1,3}/g, '')).trim()
      const saysTimes = TIMELINE.test(title) && title.split(/\s+/).length < 4
      if (title === '' || saysTimes || dayHeading(line) !== null) return null
      return inferred(title, { source: 'transcript', ref: `line-${index + 1}`, url: null, label: `Transcript, line ${index + 1}` }, 'heading')
    }
    if (timedLine(line) !== null && !/^\s*[-*+]/.test(line)) return null
  }
  return null
}
