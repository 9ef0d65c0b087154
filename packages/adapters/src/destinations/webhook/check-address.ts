import { BlamefreeError, type PlaceCheck, type World } from '@blamefree/core'
import type { WebhookConfig } from './settings.ts'

/** Whether the address may be reached. More would be a message, which the other side could take for a post-mortem. */
export async function checkAddress({ url }: WebhookConfig, world: World): Promise<PlaceCheck> {
  const where = new URL(url).origin
  const finding = await world.reach(url).then(
    () => ({ ok: true, sentence: `Messages go to ${where}. Whether it takes them is seen when one is sent: a test would be a message.` }),
    (error: unknown) => {
      if (!(error instanceof BlamefreeError)) throw error
      return { ok: false, sentence: `${error.message} ${error.hint}` }
    },
  )
  return {
    works: finding.ok,
    findings: [finding],
    where,
    audience: { level: 'unknown', sentence: 'Another system does not tell who sees what it gets. Confirm that it is right for this post-mortem.' },
  }
}
