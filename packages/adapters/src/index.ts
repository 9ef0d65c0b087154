export { SOURCES } from './sources.ts'
export { DESTINATIONS } from './destinations.ts'
