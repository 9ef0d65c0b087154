import { now } from '../now.ts'
import type { Letter } from './mail.ts'

/** Tells somebody that their password is another one now, so that they hear of it when it was not them. */
export function passwordNotice(
  { email }: { readonly email: string },
  { publicUrl, address }: { readonly publicUrl: string; readonly address: string },
): Letter {
  const at = `${now().slice(0, 16).replace('T', ' ')} UTC`
  return {
    to: email,
    subject: 'Your password for Blamefree was changed',
    text: `The password of ${email} was changed on ${at}, from the address ${address}. Wherever else you were signed in, you were signed out.\n\nWhen this was you, there is nothing to do.\n\nWhen it was not: set a new one at once, and tell an administrator.\n${publicUrl}/forgot-password\n`,
  }
}
