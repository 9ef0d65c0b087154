import { BlamefreeError, type PlaceAudience, type PublishAsk, type World } from '@blamefree/core'

const OPEN: Readonly<Record<PlaceAudience['level'], number>> = { people: 0, unknown: 1, company: 2, public: 3 }

/**
 * Throws `publish/too-open` when more people can see the place than may see the incident and nobody confirmed it; for a private incident also where the place
 * does not tell who can see it. The place is asked for a private incident always, for any other before its page is created.
 */
export async function checkAudience(ask: PublishAsk, world: World, creates: boolean): Promise<void> {
  if (ask.confirmed === true) return
  if (ask.audience === undefined && ask.incident === 'company' && !creates) return
  const audience = ask.audience ?? (await ask.destination.check(ask.config, world)).audience
  if (OPEN[audience.level] <= (ask.incident === 'people' ? OPEN.people : OPEN.company)) return
  const who = ask.incident === 'people' ? 'Only the people named on this incident may see it' : 'This incident is for everybody of the company and nobody else'
  throw new BlamefreeError(
    'publish/too-open',
    `Cannot publish to ${ask.destination.title}: ${lowerFirst(who)}, and ${audience.level === 'unknown' ? 'who can see the page there is not known' : 'the page there would be seen by more'}. ${audience.sentence}`,
    'Choose a place that only these people can see, or confirm that everybody who can see this one may read it.',
  )
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
