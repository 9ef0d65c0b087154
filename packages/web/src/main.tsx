import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import './house.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { queries } from './api/queries.ts'
import { prepareTemporal } from './native-temporal.ts'
import { router } from './router.tsx'
import { styleNonce } from './style-nonce.ts'
import { theme, variables } from './theme.ts'

// Nothing is said before there is a page; what is said sooner waits for it.
const Notices = lazy(async () => ({ default: (await import('./shell/notices.tsx')).Notices }))

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root.')
void prepareTemporal().then(() =>
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={() => styleNonce}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
          <Suspense fallback={null}>
            <Notices />
          </Suspense>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  ),
)
