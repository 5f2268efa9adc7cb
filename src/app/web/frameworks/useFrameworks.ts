import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { type Framework, useQuestionTexts } from '../../../qualification/web/parts.tsx'
import { useToasts } from '../../../ui/toasts.tsx'
import { api } from '../api.ts'

export type Library = Awaited<ReturnType<typeof api.qualification.library.call>>
export type OwnFramework = Library['own'][number]
export type Use = Library['uses'][number]

/** How the funnel qualifies once its draft is published. */
export const plannedIn = ({ framework, drafted = framework }: Use): Framework => drafted

export const useLibrary = () => useQuery(api.qualification.library.queryOptions())

/** Puts a framework into the draft of a funnel, writes and removes those of one's own: each can be undone where it is told. */
export function useFrameworkActs() {
  const { t } = useTranslation()
  const queries = useQueryClient()
  const toasts = useToasts()
  const nameOf = useFrameworkName()
  const refresh = () => queries.invalidateQueries()
  const acting = async (work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      toasts.failed(error)
      throw error
    } finally {
      await refresh()
    }
  }
  const undoing = (undo: () => Promise<unknown>) => () => undo().finally(refresh)

  const use = (use: Use, framework: Framework) =>
    acting(async () => {
      const { funnel, name, revision, version, draftedFrom: frameworkVersion = version } = use
      const { draft } = await api.lifecycle.draftFramework.call({ funnel, framework, revision })
      const was = { funnel, framework: plannedIn(use), frameworkVersion, revision: draft?.revision ?? 0 }
      const said = { funnel: name || t('funnels.main'), name: nameOf(framework) }
      toasts.done(
        t(draft?.framework ? 'frameworks.drafted' : 'frameworks.notDrafted', said),
        undoing(() => api.lifecycle.draftFramework.call(was)),
      )
    })
  const keep = (framework: Framework, before?: OwnFramework) =>
    acting(async () => {
      const given = { framework, basedOn: before?.revision ?? 0 }
      const { revision: basedOn, funnels, before: drafts } = await api.qualification.keep.call(given)
      const back = before
        ? () => api.qualification.keep.call({ framework: before.framework, basedOn, drafts })
        : () => api.qualification.forget.call({ key: framework.key, basedOn })
      const said = t(funnels.length ? 'frameworks.savedInDraft' : 'frameworks.saved', {
        name: nameOf(framework),
      })
      toasts.done(said, undoing(back))
    })
  const forget = ({ framework }: OwnFramework) =>
    acting(async () => {
      await api.qualification.forget.call({ key: framework.key })
      const back = () => api.qualification.keep.call({ framework, basedOn: 0 })
      toasts.done(t('frameworks.removed', { name: nameOf(framework) }), undoing(back))
    })
  return { use, keep, forget }
}

/** What a framework is called in the reader's language. */
export function useFrameworkName() {
  const { t, i18n } = useTranslation()
  return ({ key, name }: Framework): string =>
    name?.[i18n.language === 'en' ? 'en' : 'es'] ??
    t(`qualification.frameworks.${key as 'bant'}.name`, { defaultValue: key })
}

/** A framework with the words of its questions written out in both languages, as a copy of it begins. */
export function useWordedItems(framework: Framework): Framework['items'] {
  const [es, en] = [useQuestionTexts(framework, 'es'), useQuestionTexts(framework, 'en')]
  return framework.items.map(item => ({
    ...item,
    name: { es: es.name(item.question), en: en.name(item.question) },
    ask: { es: es.aloud(item.question), en: en.aloud(item.question) },
  }))
}
