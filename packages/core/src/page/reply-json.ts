import { decodeText } from '../decode-text.ts'
import type { Reply } from './world.ts'

/** The JSON of an answer; null where it is none, as with the HTML page of a proxy. Read it with `textAt` and its like. */
export function replyJson({ body }: Reply): unknown {
  try {
    return JSON.parse(decodeText(body)) as unknown
  } catch {
    return null
  }
}
