/** A browser and the system it runs on, as people call them; null where it does not say. */
export interface BrowserName {
  readonly browser: string | null
  readonly system: string | null
}

/** Each also says that it is some of those below it, so that the first that matches is the one. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:\bCriOS|Chrome|\bChromium)\//, 'Chrome'],
  [/\bVersion\/.*\bSafari\//, 'Safari'],
]

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

/** What a browser says of itself (`User-Agent`, RFC 9110 10.1.5) → what it is. Of what is no browser, its own name: `curl`. */
export function browserName(agent: string | null): BrowserName {
  const said = agent ?? ''
  const find = (rows: typeof BROWSERS): string | null => rows.find(([pattern]) => pattern.test(said))?.[1] ?? null
  return { browser: find(BROWSERS) ?? /^(?!Mozilla)([\w.-]{2,40})(?:\/|\s|$)/.exec(said)?.[1] ?? null, system: find(SYSTEMS) }
}
