import type { World } from '@blamefree/core'

/** The network, loaded only where something is sent. Whoever runs a command may reach what they can reach. */
export async function commandWorld(): Promise<World> {
  const { openOutbound, openWorld } = await import('@blamefree/server')
  return openWorld(openOutbound(['0.0.0.0/0', '::/0']))
}
