import type { FastifyReply } from 'fastify'

/** Answers with a file to keep: never shown by the browser in our place, whatever is in it. */
export function answerFile(
  reply: FastifyReply,
  { name, mediaType, bytes }: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
): FastifyReply {
  return reply.header('content-disposition', disposition('attachment', name)).type(mediaType).send(Buffer.from(bytes))
}

/** A Content-Disposition (RFC 6266): the name for old readers in ASCII, and as it is (RFC 8187). */
export function disposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name.replace(/[^\w. -]+/g, '-').slice(0, 120)
  const whole = encodeURIComponent(name.toWellFormed().slice(0, 200).toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${whole}`
}
