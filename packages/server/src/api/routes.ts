import type { FastifyInstance } from 'fastify'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { House } from '../house.ts'
import { apiKeyRoutes } from './api-key-routes.ts'
import { archiveRoutes } from './archive-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { configurationRoutes } from './configuration-routes.ts'
import { connectionRoutes } from './connection-routes.ts'
import { destinationRoutes } from './destination-routes.ts'
import { pagePlanRoutes } from './page-plan-routes.ts'
import { pagePullRoute } from './page-pull-route.ts'
import { pageRoutes } from './page-routes.ts'
import { placeRuleRoutes } from './place-rule-routes.ts'
import { eventRoutes } from './event-routes.ts'
import { followUpRoutes } from './follow-up-routes.ts'
import { incidentChangeRoutes } from './incident-change-routes.ts'
import { inboundAddressRoutes } from './inbound-address-routes.ts'
import { inboundRoute } from './inbound-route.ts'
import { incidentRoutes } from './incident-routes.ts'
import { jobRoutes } from './job-routes.ts'
import { metricsRoute } from './metrics-route.ts'
import { memberRoutes } from './member-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { savedViewRoutes } from './saved-view-routes.ts'
import { serviceRoutes } from './service-routes.ts'
import { webhookRoutes } from './webhook-routes.ts'
import { searchRoutes } from './search-routes.ts'
import { passwordResetRoutes } from './password-reset-routes.ts'
import { ownSessionRoutes } from './own-session-routes.ts'
import { ownPasswordRoute } from './own-password-route.ts'
import { sessionRoutes } from './session-routes.ts'
import { singleSignOnRoutes } from './single-sign-on-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { timelineRoutes } from './timeline-routes.ts'
import { docsRoutes } from './docs/docs-routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { editRoutes } from './edit-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { imageRoutes } from './image-routes.ts'
import { lookRoutes } from './look-routes.ts'
import { shareLinkRoutes } from './share-link-routes.ts'
import { postMortemRoutes } from './post-mortem-routes.ts'
import { refillRoute } from './refill-route.ts'
import { reviewRoutes } from './review-routes.ts'
import { versionRoutes } from './version-routes.ts'
import { templateRoutes } from './template-routes.ts'

/** Every file of routes, by what it is about. A new one has its line here. */
const ROUTES: readonly ((app: FastifyInstance, house: House) => void)[] = [
  metricsRoute,
  healthRoutes,
  docsRoutes,
  sessionRoutes,
  singleSignOnRoutes,
  ownSessionRoutes,
  ownPasswordRoute,
  passwordResetRoutes,
  memberRoutes,
  incidentRoutes,
  jobRoutes,
  eventRoutes,
  incidentChangeRoutes,
  recordRoutes,
  readingRoutes,
  serviceRoutes,
  savedViewRoutes,
  timelineRoutes,
  followUpRoutes,
  webhookRoutes,
  inboundAddressRoutes,
  inboundRoute,
  templateRoutes,
  postMortemRoutes,
  apiKeyRoutes,
  auditRoutes,
  configurationRoutes,
  searchRoutes,
  editRoutes,
  refillRoute,
  reviewRoutes,
  versionRoutes,
  exportRoutes,
  imageRoutes,
  lookRoutes,
  commentRoutes,
  shareLinkRoutes,
  destinationRoutes,
  connectionRoutes,
  placeRuleRoutes,
  archiveRoutes,
  pageRoutes,
  pagePlanRoutes,
  pagePullRoute,
]

/** How many files of routes are added at a time. */
const AT_A_TIME = 6

/** Adds every route. Between them others get their turn: while a server starts, its database has answers for it. */
export async function addRoutes(app: FastifyInstance, house: House): Promise<void> {
  for (const [at, add] of ROUTES.entries()) {
    if (at % AT_A_TIME === 0) await nextTurn()
    add(app, house)
  }
}
