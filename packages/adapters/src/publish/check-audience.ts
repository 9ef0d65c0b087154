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
  const { title } = ask.destination
  const go = mayGo({ isPrivate, place: title, seenBy })
  if (go.answer === 'yes' || (go.answer === 'confirm' && ask.confirmed === true)) return
  throw new BlamefreeError('publish/too-open', `Cannot publish to ${title}: ${lowerFirst(go.why)}`, go.hint)
}

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1)
