/** Zones that share their clocks' names, and the name at each offset from UTC in minutes. */
interface ZoneFamily {
  readonly names: Readonly<Record<number, string>>
  /** The first stands for the family where only a name is given. */
  readonly zones: readonly string[]
  /** Other abbreviations that people write for it. */
  readonly also: readonly string[]
}

const CENTRAL_EUROPE =
  'Paris Berlin Madrid Rome Amsterdam Brussels Vienna Zurich Stockholm Oslo Copenhagen Prague Warsaw Budapest Belgrade Zagreb Ljubljana Bratislava Luxembourg Malta Monaco Andorra San_Marino Vatican Vaduz Tirane Sarajevo Skopje Podgorica Gibraltar Busingen'
const EASTERN_EUROPE = 'Athens Helsinki Kyiv Kiev Bucharest Sofia Riga Tallinn Vilnius Chisinau Mariehamn'

const of = (area: string, places: string): string[] => places.split(' ').map((place) => `${area}/${place}`)

// Only names that mean one thing to a reader anywhere are printed: India, China and Cuba have an IST, CST and CST of their own and get offsets.
const FAMILIES: readonly ZoneFamily[] = [
  { names: { 0: 'GMT', 60: 'BST' }, zones: ['Europe/London', 'Europe/Jersey', 'Europe/Guernsey', 'Europe/Isle_of_Man', 'Europe/Belfast', 'GB'], also: [] },
  { names: { 0: 'WET', 60: 'WEST' }, zones: ['Europe/Lisbon', 'Atlantic/Madeira', 'Atlantic/Canary', 'Atlantic/Faroe'], also: [] },
  { names: { 60: 'CET', 120: 'CEST' }, zones: of('Europe', CENTRAL_EUROPE), also: ['MEZ', 'MESZ'] },
  { names: { 120: 'EET', 180: 'EEST' }, zones: of('Europe', EASTERN_EUROPE), also: [] },
  { names: { 180: 'MSK' }, zones: ['Europe/Moscow'], also: [] },
  { names: { '-300': 'EST', '-240': 'EDT' }, zones: of('America', 'New_York Detroit Toronto Montreal'), also: ['ET'] },
  { names: { '-360': 'CST', '-300': 'CDT' }, zones: of('America', 'Chicago Winnipeg Menominee Matamoros'), also: ['CT'] },
  { names: { '-420': 'MST', '-360': 'MDT' }, zones: of('America', 'Denver Boise Edmonton Phoenix'), also: ['MT'] },
  { names: { '-480': 'PST', '-420': 'PDT' }, zones: of('America', 'Los_Angeles Vancouver Tijuana'), also: ['PT'] },
  { names: { '-540': 'AKST', '-480': 'AKDT' }, zones: of('America', 'Anchorage Juneau'), also: [] },
  { names: { '-600': 'HST' }, zones: ['Pacific/Honolulu'], also: [] },
  { names: { 540: 'JST' }, zones: ['Asia/Tokyo'], also: [] },
  { names: { 540: 'KST' }, zones: ['Asia/Seoul'], also: [] },
  { names: { 480: 'HKT' }, zones: ['Asia/Hong_Kong'], also: [] },
  { names: { 480: 'SGT' }, zones: ['Asia/Singapore'], also: [] },
  { names: { 480: 'AWST' }, zones: ['Australia/Perth'], also: [] },
  { names: { 570: 'ACST', 630: 'ACDT' }, zones: of('Australia', 'Adelaide Darwin'), also: [] },
  { names: { 600: 'AEST', 660: 'AEDT' }, zones: of('Australia', 'Sydney Melbourne Brisbane Hobart Canberra'), also: [] },
  { names: { 720: 'NZST', 780: 'NZDT' }, zones: ['Pacific/Auckland'], also: [] },
  { names: {}, zones: ['Asia/Kolkata', 'Asia/Calcutta'], also: ['IST'] },
  { names: { 120: 'SAST' }, zones: ['Africa/Johannesburg'], also: [] },
  { names: {}, zones: ['America/Sao_Paulo'], also: ['BRT'] },
]

const FAMILY_OF_ZONE = new Map(FAMILIES.flatMap((family) => family.zones.map((zone) => [zone, family] as const)))
const ZONE_OF_ABBREVIATION = new Map(
  FAMILIES.flatMap(({ names, also, zones: [first = 'UTC'] }) => [...Object.values(names), ...also].map((name) => [name, first] as const)),
)

/** What a zone's clocks are called at an offset from UTC in minutes, `BST`; null where no name would be understood everywhere. */
export function abbreviationOf(zone: string, offset: number): string | null {
  return FAMILY_OF_ZONE.get(zone)?.names[offset] ?? null
}

/** The zone that people most often mean by an abbreviation, `EDT` → `America/New_York`; null for one that is not known. `UTC` and `GMT` are not asked here. */
export function zoneOfAbbreviation(abbreviation: string): string | null {
  return ZONE_OF_ABBREVIATION.get(abbreviation.toUpperCase()) ?? null
}
