import type { FastifyRequest } from 'fastify'

/** A request's headers as the web's own class; the address is the one that the proxy setting says. */
export function webHeaders(request: FastifyRequest): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) if (typeof value === 'string') headers.set(name, value)
  headers.set('x-blamefree-address', request.ip)
  return headers
}
