import { BlamefreeError } from '@blamefree/core'
import { hash, verify } from '@node-rs/argon2'

/** Argon2id (the library's default) as OWASP has it: 19 MiB, 2 passes, 1 lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export function hashPassword(password: string): Promise<string> {
  return hash(password, COST)
}

export async function isPassword(password: string, hashed: string): Promise<boolean> {
  return await verify(hashed, password).catch(() => false)
}

/** Throws, in a sentence, for a password that a guess would find. Length is what counts; there are no rules about its characters. */
export function checkPassword(password: string, email: string): void {
  const plain = password.toLowerCase()
  const [name = ''] = email.toLowerCase().split('@')
  const weak = new Set(password).size < 5 || (name.length >= 3 && plain.includes(name)) || withoutCommon(plain).length < 6
  if (password.length >= 12 && password.length <= 200 && !weak) return
  throw new BlamefreeError(
    'people/weak-password',
    password.length > 200 ? 'The password is too long.' : 'The password is too easy to guess.',
    'Take at least 12 characters, such as four words that do not belong together.',
  )
}

/** What is left of a password without the words and numbers that everybody thinks of. */
const withoutCommon = (plain: string): string => COMMON.reduce((rest, word) => rest.replaceAll(word, ''), plain).replace(/\d/g, '')

const COMMON = ['password', 'passwort', '123456', 'qwerty', 'letmein', 'welcome', 'administrator', 'blamefree', 'iloveyou', 'abc123']
