import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { testServer, type TestPerson, type TestServer } from './server.ts'
import { typist, type Typist } from './typist.ts'

/** A server that listens, so that people can open texts on it. */
export interface ListeningServer extends TestServer {
  readonly port: number
  /** Somebody opens a text; resolves when they have it. */
  enter(person: TestPerson, postMortem: string): Promise<Typist>
}

export async function listeningServer(context: Pick<TestContext, 'after'>, change: Parameters<typeof testServer>[1] = {}): Promise<ListeningServer> {
  const server = await testServer(context, change)
  await server.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = server.app.server.address() as AddressInfo
  return {
    ...server,
    port,
    async enter(person, postMortem) {
      const one = typist({ port, postMortem, token: person.token })
      context.after(() => one.leave())
      await one.synced()
      return one
    },
  }
}
