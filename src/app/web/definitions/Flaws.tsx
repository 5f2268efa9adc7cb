import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Stage } from '../../../lifecycle/model.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { useStageName } from '../../../ui/stageWords.ts'
import { useFunnelName } from '../funnelInView.ts'
import { useOwnWords } from './useChangeText.ts'
import { useDefinitions } from './useDefinitions.ts'
import { useEditing } from './useDraft.ts'

export type Flaw = { path: (string | number)[]; code: string; params?: Record<string, unknown> }

/** What keeps the draft from being published, said where it is. */
export function Flaws({ of }: { of: (flaw: Flaw) => boolean }) {
  const text = useFlawText()
  const { flaws } = useEditing()
  return flaws.filter(of).map(flaw => (
    <Alert
      key={flaw.path.join('.') + flaw.code}
      color="red"
      variant="light"
      icon={<IconAlertTriangle size={16} aria-hidden />}
      p="xs"
    >
      {text(flaw)}
    </Alert>
  ))
}

export function useFlawText() {
  const text = useAnyText()
  const own = useOwnWords()
  const stage = useStageName()
  const nameOf = useFunnelName()
  const funnels = useDefinitions().data?.funnels ?? []
  const { shown } = useEditing()
  const place = (about: unknown, stages: Stage[]) => {
    if (about === 'outside') return text('definitions.outside')
    const found = stages.find(({ key }) => key === about)
    if (found) return own(found.name) ?? stage(found.key)
    return text(`scoring.rules.${about}`, { defaultValue: String(about) })
  }
  const funnelOf = (key: unknown) => funnels.find(each => each.key === key)
  const funnelName = (key: unknown) => {
    const found = funnelOf(key)
    return found ? nameOf(found) : key
  }
  return ({ code, params = {} }: Flaw) => {
    const { about, funnel, through, there } = params
    return text(`errors.${code}`, {
      ...params,
      about: place(about, shown.lifecycle.stages),
      funnel: funnelName(funnel),
      through: funnelName(through),
      there: place(there, funnelOf(through)?.lifecycle.stages ?? []),
    })
  }
}
