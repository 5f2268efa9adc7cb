import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useAnyText } from '../../../ui/anyText.ts'
import { useStageName } from '../../../ui/stageWords.ts'
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
  const stage = useStageName()
  const { shown } = useEditing()
  return ({ code, params = {} }: Flaw) => {
    const { about } = params
    const isStage = shown.lifecycle.stages.some(({ key }) => key === about)
    const named =
      about === 'outside'
        ? text('definitions.outside')
        : isStage
          ? stage(String(about))
          : text(`scoring.rules.${about}`, { defaultValue: String(about) })
    return text(`errors.${code}`, { ...params, about: named })
  }
}
