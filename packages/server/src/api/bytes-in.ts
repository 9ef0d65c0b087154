import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

/** Adds routes whose body is a file as it is, of whatever content type, apart from the others. */
export function withBytes(app: FastifyInstance, bodyLimit: number, add: (scope: FastifyInstance) => void): void {
  void app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request: FastifyRequest, body: Buffer, parsed) => parsed(null, body))
    add(scope)
    done()
  })
}

/** The file that a request carries. */
export function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.byteLength > 0) return body
  throw new Refusal(400, 'empty', {
    message: 'The file is empty.',
    hint: 'Give one with something in it: its bytes as the body of the request, with its content type.',
  })
}
