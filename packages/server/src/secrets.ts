import { BlamefreeError } from '@blamefree/core'
import { createCipheriv, createDecipheriv, hash, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Keeps secrets that we have to be able to read again (credentials of other systems), and compares those that we need not. */
export interface Secrets {
  /** Encrypts and authenticates (AES-256-GCM); `name` is bound to it, so that one secret cannot be passed off as another. */
  seal(name: string, text: string): Buffer
  /** The text again. Throws when it was sealed with another key, for another name, or changed. */
  unseal(name: string, sealed: Uint8Array): string
  /** A key of its own for a purpose, always the same: 32 bytes in base64url. */
  derive(purpose: string): string
}

/** Tells one key from another and says nothing about it: for a backup, whose secrets can be read with this key only. Null where there is no key yet. */
export function keyFingerprint(key: string | null, folder: string): string | null {
  const file = join(folder, 'secret.key')
  if (key === null && !existsSync(file)) return null
  return openSecrets(key, folder).derive('fingerprint').slice(0, 16)
}

/** The key from the setting, or from the file `secret.key` in the data folder, which is made where there is none (mode 600). */
export function openSecrets(key: string | null, folder: string): Secrets {
  const bytes = key === null ? keyFile(join(folder, 'secret.key')) : Buffer.from(key, 'base64')
  return {
    derive: (purpose) => Buffer.from(hkdfSync('sha256', bytes, '', purpose, 32)).toString('base64url'),
    seal(name, text) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', bytes, nonce).setAAD(Buffer.from(name))
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    unseal(name, sealed) {
      try {
        const whole = Buffer.from(sealed)
        const decipher = createDecipheriv('aes-256-gcm', bytes, whole.subarray(0, 12)).setAAD(Buffer.from(name)).setAuthTag(whole.subarray(-16))
        return decipher.update(whole.subarray(12, -16)).toString('utf8') + decipher.final('utf8')
      } catch (cause) {
        throw new BlamefreeError(
          'secrets/unreadable',
          `Cannot read the secret "${name}": it was made with another key.`,
          'Start with the SECRET_KEY (or secret.key) that it was made with, or enter it anew.',
          { cause },
        )
      }
    },
  }
}

/** A new token for somebody to keep, and the hash of it that we keep: `bf_key_…`. Tokens have 256 random bits, so a plain hash is enough. */
export function newToken(prefix: string): { readonly token: string; readonly hash: Buffer } {
  const token = `${prefix}${randomBytes(32).toString('base64url')}`
  return { token, hash: hashToken(token) }
}

export function hashToken(token: string): Buffer {
  return hash('sha256', token, 'buffer')
}

/** Whether two texts are equal, in a time that says nothing about where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(hashToken(a), hashToken(b))
}

function keyFile(path: string): Buffer {
  if (!existsSync(path)) {
    mkdirSync(join(path, '..'), { recursive: true })
    try {
      writeFileSync(path, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  chmodSync(path, 0o600)
  const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'base64')
  if (key.byteLength === 32) return key
  throw new BlamefreeError(
    'secrets/key-file',
    `Cannot start: ${path} does not hold 32 bytes in base64.`,
    'Restore it from your backup. Secrets sealed with it cannot be read without it.',
  )
}
