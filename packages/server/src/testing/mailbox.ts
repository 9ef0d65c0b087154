import type { TestContext } from 'node:test'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A real SMTP server on this machine that keeps what comes. */
export interface Mailbox {
  readonly url: string
  /** The next letter, whole. */
  next(): Promise<string>
}

export async function mailbox(context: Pick<TestContext, 'after'>): Promise<Mailbox> {
  const letters: string[] = []
  const waiting: ((letter: string) => void)[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
      stream.on('end', () => {
        const [first] = waiting.splice(0, 1)
        if (first === undefined) letters.push(text)
        else first(text)
        done()
      })
    },
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()))
  context.after(() => new Promise<void>((closed) => server.close(() => closed())))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    next: () => {
      const letter = letters.shift()
      return letter === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(letter)
    },
  }
}
