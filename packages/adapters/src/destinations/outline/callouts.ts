/** Outline's notices for our kinds of callout. It has no dangerous one: a danger is a warning there. */
export const OUTLINE_KINDS: Readonly<Record<string, string>> = { note: 'info', tip: 'tip', warning: 'warning', danger: 'warning' }

/** Our kinds for theirs. */
export const OUR_KINDS: Readonly<Record<string, string>> = { info: 'note', tip: 'tip', success: 'tip', warning: 'warning' }
