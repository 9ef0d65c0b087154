export { readRaw } from './read-raw.ts'
export { SOURCES } from './sources.ts'
export { DESTINATIONS } from './destinations.ts'
export { PAGE_DESTINATIONS } from './page-destinations.ts'
