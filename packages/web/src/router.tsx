import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { Problem } from './api/problem.ts'
import { queries } from './api/queries.ts'
import { meQuery } from './session/me.ts'
import { postMortemQuery } from './screens/post-mortem/actions/post-mortem-queries.ts'
import { Frame } from './shell/frame.tsx'
import { Fault, Loading, NotFound } from './shell/states.tsx'
import { incidentsSearch } from './screens/incidents/incidents-search.ts'
import { intakeSearch } from './screens/intake/intake-search.ts'
import { timelineSearch } from './screens/timeline/timeline-search.ts'
import { findSearch } from './parts/find-search.ts'
import { postMortemsSearch } from './screens/post-mortems/post-mortems-search.ts'

/** Milliseconds for which a page waits for what it shows before it is there without. */
const PATIENCE = 300

// Every address of the web, with the screen that it shows. A screen comes with its own code when somebody goes there.
const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: Fault })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Readonly<Record<string, unknown>>): { next?: string; error?: string } => ({
    ...(typeof search['next'] === 'string' ? { next: search['next'] } : {}),
    ...(typeof search['error'] === 'string' ? { error: search['error'] } : {}),
  }),
  component: lazyRouteComponent(() => import('./screens/sign-in/sign-in-screen.tsx'), 'SignInScreen'),
})
const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  component: lazyRouteComponent(() => import('./screens/sign-in/welcome-screen.tsx'), 'WelcomeScreen'),
})
const forgotPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./screens/sign-in/forgot-password-screen.tsx'), 'ForgotPasswordScreen'),
})
const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/new-password',
  component: lazyRouteComponent(() => import('./screens/sign-in/new-password-screen.tsx'), 'NewPasswordScreen'),
})

/** Everything for which somebody has to be signed in. */
const house = createRoute({
  getParentRoute: () => root,
  id: 'house',
  component: Frame,
  async beforeLoad({ location }) {
    try {
      await queries.ensureQueryData(meQuery)
    } catch (error) {
      if (error instanceof Problem && error.status === 401) throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
      throw error
    }
  },
})
const home = createRoute({
  getParentRoute: () => house,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/incidents' })
  },
})
const fresh = createRoute({
  getParentRoute: () => house,
  path: '/new',
  validateSearch: intakeSearch,
  component: lazyRouteComponent(() => import('./screens/intake/intake-screen.tsx'), 'IntakeScreen'),
})
const incidents = createRoute({
  getParentRoute: () => house,
  path: '/incidents',
  validateSearch: incidentsSearch,
  component: lazyRouteComponent(() => import('./screens/incidents/incidents-screen.tsx'), 'IncidentsScreen'),
})
const incident = createRoute({
  getParentRoute: () => house,
  path: '/incidents/$incident',
  component: lazyRouteComponent(() => import('./screens/incident/incident-screen.tsx'), 'IncidentScreen'),
})
const facts = createRoute({
  getParentRoute: () => incident,
  path: '/',
  component: lazyRouteComponent(() => import('./screens/facts/facts-screen.tsx'), 'FactsScreen'),
})
const timeline = createRoute({
  getParentRoute: () => incident,
  path: '/timeline',
  validateSearch: timelineSearch,
  component: lazyRouteComponent(() => import('./screens/timeline/timeline-screen.tsx'), 'TimelineScreen'),
})
const records = createRoute({
  getParentRoute: () => incident,
  path: '/records',
  component: lazyRouteComponent(() => import('./screens/records/records-screen.tsx'), 'RecordsScreen'),
})
const postMortems = createRoute({
  getParentRoute: () => house,
  path: '/post-mortems',
  validateSearch: postMortemsSearch,
  component: lazyRouteComponent(() => import('./screens/post-mortems/post-mortems-screen.tsx'), 'PostMortemsScreen'),
})
const postMortem = createRoute({
  getParentRoute: () => house,
  path: '/post-mortems/$postMortem',
  // Mostly it is there already: then the page is drawn once, with the text.
  loader: async ({ params, preload }) => {
    if (!preload) await Promise.race([queries.prefetchQuery(postMortemQuery(params.postMortem)), new Promise((go) => setTimeout(go, PATIENCE))])
  },
  component: lazyRouteComponent(() => import('./screens/post-mortem/post-mortem-screen.tsx'), 'PostMortemScreen'),
})
const reading = createRoute({
  getParentRoute: () => house,
  path: '/post-mortems/$postMortem/read',
  component: lazyRouteComponent(() => import('./screens/reading/reading-screen.tsx'), 'ReadingScreen'),
})
const versions = createRoute({
  getParentRoute: () => house,
  path: '/post-mortems/$postMortem/versions',
  component: lazyRouteComponent(() => import('./screens/versions/versions-screen.tsx'), 'VersionsScreen'),
})
const followUps = createRoute({
  getParentRoute: () => house,
  path: '/follow-ups',
  validateSearch: findSearch,
  component: lazyRouteComponent(() => import('./screens/follow-ups/follow-ups-screen.tsx'), 'FollowUpsScreen'),
})
const findings = createRoute({
  getParentRoute: () => house,
  path: '/findings',
  validateSearch: findSearch,
  component: lazyRouteComponent(() => import('./screens/findings/findings-screen.tsx'), 'FindingsScreen'),
})
const templates = createRoute({
  getParentRoute: () => house,
  path: '/templates',
  component: lazyRouteComponent(() => import('./screens/templates/templates-screen.tsx'), 'TemplatesScreen'),
})
const template = createRoute({
  getParentRoute: () => house,
  path: '/templates/$template',
  component: lazyRouteComponent(() => import('./screens/templates/template-screen.tsx'), 'TemplateScreen'),
})
const settings = createRoute({
  getParentRoute: () => house,
  path: '/settings',
  component: lazyRouteComponent(() => import('./screens/settings/settings-screen.tsx'), 'SettingsScreen'),
})
const settingsPart = createRoute({
  getParentRoute: () => house,
  path: '/settings/$part',
  component: lazyRouteComponent(() => import('./screens/settings/settings-screen.tsx'), 'SettingsScreen'),
})

const tree = root.addChildren([
  signIn,
  welcome,
  forgotPassword,
  newPassword,
  house.addChildren([
    home,
    fresh,
    incidents,
    incident.addChildren([facts, timeline, records]),
    postMortems,
    postMortem,
    reading,
    versions,
    followUps,
    findings,
    templates,
    template,
    settings,
    settingsPart,
  ]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPendingComponent: Loading,
  defaultErrorComponent: Fault,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
