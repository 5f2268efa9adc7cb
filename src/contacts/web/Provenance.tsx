import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { useAnyText } from '../../ui/anyText.ts'
import { useFormat } from '../../ui/format.ts'

/** Where a fact comes from: the act that set it. `kind` is that of its change set. */
export type Source = { by: string; at: string | Date; kind: string; file?: string }

/** Says on hover and on focus who set the fact, when, and from where. */
export function Provenance({ source, children }: { source?: Source; children: ReactNode }) {
  const text = useAnyText()
  const format = useFormat()
  if (!source) return children
  const from = [text(`facts.sources.${source.kind}`), source.file].filter(Boolean).join(': ')
  const who = [source.by, format.dateTime(source.at)].filter(Boolean).join(' · ')
  return (
    <Tooltip
      label={`${from}\n${who}`}
      position="left"
      openDelay={450}
      multiline
      style={{ whiteSpace: 'pre-line' }}
    >
      <span>{children}</span>
    </Tooltip>
  )
}
