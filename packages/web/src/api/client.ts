import createClient, { type Client } from 'openapi-fetch'
import { fetchEarly } from './early.ts'
import { Problem, unreachable } from './problem.ts'
import type { paths } from './schema.ts'

/** The public API, typed from its OpenAPI file; it has nothing that others do not have. Wrap a call in `answer`. */
export const api: Client<paths> = createClient<paths>({ baseUrl: location.origin, credentials: 'same-origin', fetch: fetchEarly })

/** What a call answers; throws a `Problem` when it refuses or nobody answers. */
export async function answer<Data>(call: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<Data> {
  const { data, error, response } = await call.catch(() => {
    throw unreachable()
  })
  if (error !== undefined || !response.ok) throw new Problem(response.status, error)
  return data as Data
}

/** As `answer`, with the ETag that a change has to name (`If-Match`). */
export async function answerWithTag<Data>(call: Promise<{ data?: Data; error?: unknown; response: Response }>): Promise<{ data: Data; tag: string }> {
  const { response } = await call.catch(() => {
    throw unreachable()
  })
  return { data: await answer(call), tag: response.headers.get('etag') ?? '' }
}
