import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import type { BeginningKey } from '../../../lifecycle/contract.ts'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'
import { useFunnelName } from '../funnelInView.ts'
import type { Words } from './NamesInBoth.tsx'
import type { Definition } from './useDefinitions.ts'

type NewFunnel = { name: Words; begin: BeginningKey | { copyOf: string } }
type Act = { act: () => Promise<unknown>; done: string; undo?: () => Promise<unknown>; shown?: () => string }

/** Each can be undone. */
export function useFunnelActs(funnels: Definition[]) {
  const { t } = useTranslation()
  const nameOf = useFunnelName()
  const { run, refresh, show } = useRunning()
  const keys = funnels.map(({ key }) => key)
  const reorder = (next: string[], done: string, shown?: string) =>
    run.mutate({
      act: () => api.lifecycle.orderFunnels.call({ keys: next }),
      ...{
        done,
        undo: () => api.lifecycle.orderFunnels.call({ keys }),
        shown: shown ? () => shown : undefined,
      },
    })
  return {
    isAdding: run.isPending,
    add: (funnel: NewFunnel, onDone: () => void) => {
      let key = ''
      const act = async () => {
        key = (await api.lifecycle.addFunnel.call(funnel)).key
        // The page shows one that it knows.
        await refresh()
      }
      const undo = async () => {
        await api.lifecycle.removeFunnel.call({ key })
        show('')
      }
      const done = t('funnels.added', { name: nameOf(funnel) })
      run.mutate({ act, done, undo, shown: () => key }, { onSuccess: onDone })
    },
    rename: ({ key, name: before }: Definition, name: Words, onDone: () => void) =>
      run.mutate(
        {
          act: renaming(key, name),
          done: t('ui.saved'),
          // The main one of a new workspace has no name to go back to.
          undo: before.es ? renaming(key, before, name) : undefined,
        },
        { onSuccess: onDone },
      ),
    makeMain: (funnel: Definition) =>
      reorder(
        [funnel.key, ...keys.filter(key => key !== funnel.key)],
        t('funnels.isMainNow', { name: nameOf(funnel) }),
        funnel.key,
      ),
    move: ({ key }: Definition, by: number) => {
      const place = keys.indexOf(key)
      reorder(keys.toSpliced(place, 1).toSpliced(place + by, 0, key), t('funnels.moved'))
    },
    remove: (funnel: Definition) =>
      run.mutate({
        act: () => api.lifecycle.removeFunnel.call({ key: funnel.key }),
        done: t('funnels.removed', { name: nameOf(funnel) }),
        undo: () => api.lifecycle.restoreFunnel.call({ key: funnel.key }),
        shown: () => '',
      }),
  }
}

const renaming = (key: string, name: Words, was?: Words) => () =>
  api.lifecycle.renameFunnel.call({ key, name, was })

/** Does it, shows the funnel that it leads to, and offers the way back. */
function useRunning() {
  const toasts = useToasts()
  const queries = useQueryClient()
  const [, setParams] = useSearchParams()
  const refresh = async () => {
    for (const key of ['lifecycle', 'reports', 'lists']) await queries.invalidateQueries({ queryKey: [key] })
  }
  const show = (funnel: string) => setParams(funnel ? { funnel } : {})
  const run = useMutation({
    mutationFn: ({ act }: Act) => act(),
    onSuccess: async (_, { done, undo, shown }) => {
      if (shown) show(shown())
      await refresh()
      const takeBack = async () => {
        await undo?.()
        await refresh()
      }
      toasts.done(done, undo && takeBack)
    },
    onError: toasts.failed,
  })
  return { run, refresh, show }
}
