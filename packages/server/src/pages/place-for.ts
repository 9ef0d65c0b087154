import type { Judged, PlaceRule } from '../store/place-rules.ts'

/** The connection that a post-mortem of an incident is published to by itself: that of the first rule that fits; null where none does. */
export function placeFor(rules: readonly PlaceRule[], { severity, type, services }: Judged): string | null {
  const fits = (wanted: readonly string[], said: readonly (string | null)[]): boolean =>
    wanted.length === 0 || said.some((one) => one !== null && wanted.some((name) => name.toLowerCase() === one.toLowerCase()))
  return rules.find((rule) => fits(rule.severities, [severity]) && fits(rule.types, [type]) && fits(rule.services, services))?.connection ?? null
}
