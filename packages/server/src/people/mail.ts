import type { Log } from '../log.ts'
import type { Settings } from '../settings.ts'

/** A letter. Plain text; whatever somebody wrote is quoted as it is and never made HTML. */
export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends mail where SMTP is set up. */
export interface Mail {
  /** Whether letters go anywhere: where they do not, the links in them are shown to administrators instead. */
  readonly works: boolean
  /** True when the server over there took it. Never throws: a letter that cannot be sent is logged. */
  send(letter: Letter): Promise<boolean>
  close(): Promise<void>
}

export function openMail({ smtpUrl, mailFrom }: Settings, log: Log): Mail {
  if (smtpUrl === null) return { works: false, send: () => Promise.resolve(false), close: () => Promise.resolve() }
  // Most have none: only then it is loaded.
  const transporting = import('nodemailer').then(({ createTransport }) =>
    createTransport({ url: smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 }),
  )
  // Whoever sends hears of it.
  transporting.catch(() => undefined)
  return {
    works: true,
    async send({ to, subject, text }) {
      try {
        const transport = await transporting
        await transport.sendMail({ from: mailFrom, to, subject: subject.replace(/[\r\n]+/g, ' ').slice(0, 200), text })
        return true
      } catch (error) {
        log.warn({ error: error instanceof Error ? error : null }, 'a letter could not be sent')
        return false
      }
    },
    close: async () => (await transporting).close(),
  }
}
