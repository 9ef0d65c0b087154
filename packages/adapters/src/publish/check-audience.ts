import { BlamefreeError, type PublishAsk, type World } from '@blamefree/core'
import { mayGo } from './may-go.ts'

/**
 * Throws `publish/too-open` where the incident may not go to the place, whoever confirms it, or somebody has to confirm it first and nobody has. The place is asked for a private incident always, for
 * any other before its page is created, where it is not known already who sees it.
 */
export async function checkAudience(ask: PublishAsk, world: World, creates: boolean): Promise<void> {
  const isPrivate = ask.incident === 'people'
  if (!isPrivate && (ask.confirmed === true || (ask.audience === undefined && !creates))) return
  const seenBy = ask.audience ?? (await ask.destination.check(ask.config, world)).audience
  const { answer, sentence } = mayGo({ isPrivate, place: ask.destination.title, seenBy })
  if (answer === 'yes' || (answer === 'confirm' && ask.confirmed === true)) return
  throw new BlamefreeError(
    'publish/too-open',
    `Cannot publish to ${ask.destination.title}: ${sentence ?? ''}`,
    answer === 'no'
      ? 'Choose a place that only these people can see, or let fewer people see this one.'
      : 'Choose a place that only these people can see, or confirm that everybody who can see this one may read it.',
  )
}
