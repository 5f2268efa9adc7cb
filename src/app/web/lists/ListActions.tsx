import { ColumnsMenu } from './ColumnsMenu.tsx'
import type { View } from './view.ts'

type Props = {
  view: View
  columns: { key: string; label: string }[]
  onChange: (view: Partial<View>) => void
}

/** What can be done with the list itself. */
export function ListActions({ view, columns, onChange }: Props) {
  return (
    <ColumnsMenu columns={columns} shown={view.columns} onChange={shown => onChange({ columns: shown })} />
  )
}
