import { Problem, unreachable } from './problem.ts'

/** A form to be sent, and who hears how far it is. */
export interface SentForm {
  readonly form: FormData
  readonly headers?: Readonly<Record<string, string>>
  readonly signal: AbortSignal
  /** From 0 to 1; 1 when all has been sent, and the answer is waited for. */
  readonly told: (sent: number) => void
}

/** Sends a form to a path of the API and gives what it answers; throws a `Problem`. By XMLHttpRequest, which is the only one to say how much of a form has left. */
export function sendForm(path: string, { form, headers = {}, signal, told }: SentForm): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'text'
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.upload.addEventListener('progress', ({ loaded, total }) => told(total === 0 ? 1 : loaded / total))
    request.upload.addEventListener('load', () => told(1))
    request.addEventListener('error', () => reject(unreachable()))
    request.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')))
    request.addEventListener('load', () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) resolve(body)
      else reject(new Problem(request.status, body))
    })
    signal.addEventListener('abort', () => request.abort())
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
