import { Alert, Button, Group, Text } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Kind } from '../../../contacts/fields.ts'
import { useFieldTexts } from '../../../contacts/web/parts.tsx'
import { withoutGone } from '../../../criteria/gone.ts'
import type { Problem } from '../../../criteria/problems.ts'
import type { Catalogue } from '../../../criteria/web/parts.tsx'
import { useFormat } from '../../../ui/format.ts'
import type { View } from './view.ts'
import { useViewInHand } from './views.ts'

/** What a view asks for that was deleted after it was kept: in its filter and among its columns; `left` is the view without. */
export type GoneFromView = { rules: Problem[]; columns: string[]; left: Pick<View, 'where' | 'columns'> }

export function useGone({ where, columns }: View, catalogue: Catalogue): GoneFromView {
  const { fields, signals, segments, removed } = catalogue
  return useMemo(() => {
    const known = { fields: removed && fields, signals, segments }
    const { gone, left } = where ? withoutGone(where, known) : { gone: [], left: undefined }
    const isGone = (key: string) => removed?.some(each => each.key === key) ?? false
    return {
      rules: gone,
      columns: columns.filter(isGone),
      left: { where: left, columns: columns.filter(key => !isGone(key)) },
    }
  }, [where, columns, fields, signals, segments, removed])
}

type Props = {
  kind: Kind
  view: View
  gone: GoneFromView
  catalogue: Catalogue
  onChange: (part: Partial<View>) => void
}

/** Names what the view asks for in vain, and takes it out: of the kept view too, for whoever made it. */
export function Gone({ kind, view, gone, catalogue, onChange }: Props) {
  const { t } = useTranslation()
  const lines = useLines(gone, catalogue)
  const { keep } = useViewInHand(kind, view, onChange)
  if (lines.length === 0) return null
  const takeOut = () => {
    onChange(gone.left)
    void keep?.(gone.left)
  }
  return (
    <Alert color="yellow" py="xs">
      <Group justify="space-between" gap="xs">
        <div>
          {lines.map(line => (
            <Text key={line} size="sm">
              {line}
            </Text>
          ))}
        </div>
        <Button size="compact-sm" variant="default" onClick={takeOut}>
          {t('lists.gone.takeOut')}
        </Button>
      </Group>
    </Alert>
  )
}

function useLines({ rules, columns }: GoneFromView, { removed = [] }: Catalogue): string[] {
  const { t } = useTranslation()
  const format = useFormat()
  const { label } = useFieldTexts()
  const asked = rules.flatMap(({ rule }) => ('field' in rule ? rule.field : []))
  const names = [...new Set([...asked, ...columns])].map(key => {
    const field = removed.find(each => each.key === key)
    return t('criteria.quoted', { text: field ? label(field) : key.replace(/^custom\./, '') })
  })
  const signals = rules.flatMap(({ code, params }) => (code === 'unknown_signal' ? String(params.name) : []))
  return [
    ...(names.length
      ? [
          t('lists.gone.field', {
            count: names.length,
            names: format.list(names),
          }),
        ]
      : []),
    ...(rules.some(({ code }) => code === 'unknown_segment') ? [t('lists.gone.segment')] : []),
    ...signals.map(name => t('lists.gone.signal', { name })),
  ]
}
