import type { NodeAdapter } from 'crossws/adapters/node'
import type { IncomingMessage, Server } from 'node:http'
import type { Duplex } from 'node:stream'
import type { House } from '../house.ts'

/** A socket that has come in, as the rooms use it. */
export interface Socket {
  send(data: unknown): void
  close(code?: number, reason?: string): void
  readonly readyState: number
}

/** Whoever takes care of a socket: its frames, and its end. */
export interface Caretaker {
  frame(data: Uint8Array): void
  closed(event: { code: number; reason: string }): void
}

/** The largest frame, in bytes; a larger one ends the connection. */
export const FRAME_LIMIT = 4 * 1024 ** 2

/** How many frames and bytes a connection may send: a second, and at once. Somebody who types fast, with a caret that moves, sends 20. */
const PACE = { frames: { perSecond: 100, atOnce: 1000 }, bytes: { perSecond: 512 * 1024, atOnce: 16 * 1024 ** 2 } }

/** The address of a room: `/live/<post-mortem>?schema=1`. */
export const ROOM_ADDRESS = /^\/live\/([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})$/i

/** Takes WebSockets in at the addresses of rooms. */
export interface Door {
  attach(server: Server): void
  /** Ends every connection, politely first. */
  close(): void
}

export function openDoor({ publicUrl }: Pick<House, 'publicUrl'>, takeIn: (socket: Socket, request: Request) => Caretaker): Door {
  const own = new URL(publicUrl).origin
  const caretakers = new WeakMap<object, Caretaker & { readonly allowed: (bytes: number) => boolean }>()
  const make = async (): Promise<NodeAdapter> =>
    (await import('crossws/adapters/node')).default({
      serverOptions: { maxPayload: FRAME_LIMIT, perMessageDeflate: false },
      hooks: {
        open(peer) {
          caretakers.set(peer, { ...takeIn(peer.websocket as unknown as Socket, peer.request), allowed: paced() })
        },
        message(peer, message) {
          const caretaker = caretakers.get(peer)
          const data = message.uint8Array()
          if (caretaker === undefined) return
          if (caretaker.allowed(data.length)) caretaker.frame(data)
          else peer.close(4429, 'too-much-at-once')
        },
        close(peer, event) {
          caretakers.get(peer)?.closed({ code: event.code ?? 1006, reason: event.reason ?? '' })
        },
        error() {
          // A frame that is too large or broken: the socket is closed, and `close` follows.
        },
      },
    })
  // Loaded for the first who comes in.
  let making: Promise<NodeAdapter> | null = null
  const refuse = (socket: Duplex, status: string): void => void socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
  return {
    attach(server) {
      server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
        socket.on('error', () => undefined)
        const { pathname } = new URL(request.url ?? '/', 'http://room')
        const { origin } = request.headers
        if (!ROOM_ADDRESS.test(pathname)) refuse(socket, '404 Not Found')
        else if (origin !== undefined && origin !== own) refuse(socket, '403 Forbidden')
        else void (making ??= make()).then((adapter) => adapter.handleUpgrade(request, socket, head))
      })
    },
    close() {
      void making?.then((adapter) => {
        adapter.closeAll(1001, 'restarting')
        setTimeout(() => adapter.closeAll(1001, 'restarting', true), 1000).unref()
      })
    },
  }
}

/** Says of each frame whether the connection keeps its pace. */
function paced(): (bytes: number) => boolean {
  const left = { frames: PACE.frames.atOnce, bytes: PACE.bytes.atOnce }
  let before = performance.now()
  return (bytes) => {
    const seconds = (performance.now() - before) / 1000
    before = performance.now()
    left.frames = Math.min(PACE.frames.atOnce, left.frames + seconds * PACE.frames.perSecond) - 1
    left.bytes = Math.min(PACE.bytes.atOnce, left.bytes + seconds * PACE.bytes.perSecond) - bytes
    return left.frames >= 0 && left.bytes >= 0
  }
}
