import type { Settings } from './settings.ts'

/** Structured logs, one JSON object a line. What is logged names things by id: never a secret, never a text of an incident. */
export interface Log {
  debug(fields: LogFields, message: string): void
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

/** Flat values only, so that nobody logs a payload by accident. An error is logged by its name, code and place. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined | Error>>

const LEVELS = { debug: 20, info: 30, warn: 40, error: 50, silent: 100 } as const

/** A log that writes lines through `write`. */
export function openLog(level: Settings['logLevel'], write: (line: string) => void): Log {
  const at =
    (name: Exclude<keyof typeof LEVELS, 'silent'>) =>
    (fields: LogFields, message: string): void => {
      if (LEVELS[name] < LEVELS[level]) return
      write(
        `${JSON.stringify({ time: new Date().toISOString(), level: name, message, ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, shown(value)])) })}\n`,
      )
    }
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') }
}

/** An error without its message where that could quote data: PostgreSQL's details hold values of rows. */
function shown(value: LogFields[string]): unknown {
  if (!(value instanceof Error)) return value
  const code = (value as { code?: unknown }).code
  const place =
    value.stack
      ?.split('\n')
      .find((line) => /^\s+at /.test(line))
      ?.trim() ?? ''
  const message = typeof (value as { severity?: unknown }).severity === 'string' ? value.message.replace(/".*?"|'.*?'/g, '"…"') : value.message
  return { name: value.name, message: message.slice(0, 300), place, ...(typeof code === 'string' ? { code } : {}) }
}
