import type { House } from '../house.ts'
import { buildApp } from './app.ts'
import type { OpenApi } from './tidy-openapi.ts'

/** The OpenAPI file of the API as `/v1/openapi.json` serves it at `publicUrl`, made without a database and without listening. */
export async function openApiFile(publicUrl = 'http://localhost:4000'): Promise<OpenApi> {
  const app = await buildApp(unfurnished(publicUrl))
  await app.ready()
  try {
    return app.swagger() as unknown as OpenApi
  } finally {
    await app.close()
  }
}

/** A house with no more in it than the routes touch while they are laid. Whatever is asked of it would fail. */
function unfurnished(publicUrl: string): House {
  const nothing = (): void => undefined
  const house = {
    settings: { trustProxy: false, uploadLimit: 1 },
    publicUrl,
    outbox: { hear: () => nothing },
    measures: { gauge: nothing },
    rooms: { attach: nothing, disconnect: nothing },
    log: { info: nothing, warn: nothing, error: nothing },
  }
  return house as unknown as House
}
