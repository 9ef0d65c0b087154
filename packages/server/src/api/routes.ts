import type { FastifyInstance } from 'fastify'
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

/** Every route, by what it is about. A new file of routes has its line here. */
export function addRoutes(app: FastifyInstance, house: House): void {
  metricsRoute(app, house)
  healthRoutes(app, house)
  docsRoutes(app)
  sessionRoutes(app, house)
  singleSignOnRoutes(app, house)
  ownSessionRoutes(app, house)
  ownPasswordRoute(app, house)
  passwordResetRoutes(app, house)
  memberRoutes(app, house)
  incidentRoutes(app, house)
  jobRoutes(app, house)
  eventRoutes(app, house)
  incidentChangeRoutes(app, house)
  recordRoutes(app, house)
  readingRoutes(app, house)
  serviceRoutes(app, house)
  savedViewRoutes(app, house)
  timelineRoutes(app, house)
  followUpRoutes(app, house)
  webhookRoutes(app, house)
  inboundAddressRoutes(app, house)
  inboundRoute(app, house)
  templateRoutes(app, house)
  postMortemRoutes(app, house)
  apiKeyRoutes(app, house)
  auditRoutes(app, house)
  configurationRoutes(app, house)
  searchRoutes(app, house)
  editRoutes(app, house)
  refillRoute(app, house)
  reviewRoutes(app, house)
  versionRoutes(app, house)
  exportRoutes(app, house)
  imageRoutes(app, house)
  lookRoutes(app, house)
  commentRoutes(app, house)
  shareLinkRoutes(app, house)
  destinationRoutes(app, house)
  connectionRoutes(app, house)
  placeRuleRoutes(app, house)
  archiveRoutes(app, house)
  pageRoutes(app, house)
  pagePlanRoutes(app, house)
  pagePullRoute(app, house)
}
