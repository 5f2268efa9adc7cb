import { MantineProvider } from '@mantine/core'
import { DatesProvider } from '@mantine/dates'
import { partialMatchKey, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import 'dayjs/locale/es'
import 'dayjs/locale/en-gb'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router'
import { isPassing, problemOf } from '../../ui/client.ts'
import { contrastSafe, themeIn } from '../../ui/theme.ts'
import { Toasts } from '../../ui/toasts.tsx'
import { api } from './api.ts'
import { createRouter } from './router.tsx'

/** A refusal is final; what may pass is asked again twice. Live updates refetch, so answers stay fresh for long. */
function createQueries(): QueryClient {
  const me = api.identity.session.read.key()
  const queries = new QueryClient({
    queryCache: new QueryCache({
      // A session that ended is noticed by whatever asks next; asking who one is leads to signing in.
      onError: (error, { queryKey }) => {
        const ended = problemOf(error)?.status === 401 && !partialMatchKey(queryKey, me)
        if (ended) void queries.invalidateQueries({ queryKey: me })
      },
    }),
    defaultOptions: {
      queries: { staleTime: 60_000, retry: (times, error) => times < 2 && isPassing(error) },
    },
  })
  return queries
}

export function App() {
  const [queries] = useState(createQueries)
  const [router] = useState(createRouter)
  const { t, i18n } = useTranslation()
  const theme = useMemo(() => themeIn(t), [t])
  return (
    <MantineProvider theme={theme} cssVariablesResolver={contrastSafe} defaultColorScheme="auto">
      <DatesProvider settings={{ locale: i18n.language === 'en' ? 'en-gb' : 'es', firstDayOfWeek: 1 }}>
        <QueryClientProvider client={queries}>
          <Toasts />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  )
}
