/** What the address of the intake says: the incident that was just made, so that a reload shows it again. */
export interface IntakeSearch {
  readonly made?: string
  readonly outcome?: 'created' | 'updated' | 'known'
}

export function intakeSearch({ made, outcome }: Readonly<Record<string, unknown>>): IntakeSearch {
  const known = outcome === 'created' || outcome === 'updated' || outcome === 'known'
  return { ...(typeof made === 'string' ? { made } : {}), ...(known ? { outcome } : {}) }
}
