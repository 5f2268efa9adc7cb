import { HoverCard, Stack, Text } from '@mantine/core'
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
  return (
    <HoverCard openDelay={450} position="left" shadow="md" withinPortal>
      <HoverCard.Target>
        <span>{children}</span>
      </HoverCard.Target>
      <HoverCard.Dropdown p="xs">
        <Stack gap={0}>
          <Text size="xs" fw={600}>
            {text(`facts.sources.${source.kind}`)}
          </Text>
          {source.file && <Text size="xs">{source.file}</Text>}
          <Text size="xs" c="dimmed">
            {[source.by, format.dateTime(source.at)].filter(Boolean).join(' · ')}
          </Text>
        </Stack>
      </HoverCard.Dropdown>
    </HoverCard>
  )
}
