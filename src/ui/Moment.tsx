import { Tooltip } from '@mantine/core'
import { useFormat } from './format.ts'

/** An instant as people say it ("hace 3 días"), with the exact one on hover and focus. */
export function Moment({ at, absolute = false }: { at: string | Date; absolute?: boolean }) {
  const format = useFormat()
  const iso = new Date(at).toISOString()
  return (
    <Tooltip label={absolute ? format.relative(at) : format.dateTime(at)}>
      <time dateTime={iso}>{absolute ? format.date(at) : format.relative(at)}</time>
    </Tooltip>
  )
}
