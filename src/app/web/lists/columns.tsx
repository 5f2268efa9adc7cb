import { Anchor, Badge, Group, Pill, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Field, FieldValue, Kind } from '../../../contacts/fields.ts'
import { ContactName, type Member, useFieldTexts } from '../../../contacts/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { Moment } from '../../../ui/Moment.tsx'
import { ScoreBar } from '../../../ui/ScoreBar.tsx'
import { ShortOfFit } from '../../../ui/ShortOfFit.tsx'
import { StageWithDefinition } from '../../../ui/StageBadge.tsx'
import { StaleBadge } from '../../../ui/StaleBadge.tsx'
import { Temperature } from '../../../ui/Temperature.tsx'
import type { TableColumn } from '../../../ui/VirtualTable.tsx'
import { api } from '../api.ts'
import { addressOf, type ListedRow } from './rows.ts'

type Column = TableColumn<ListedRow>
type Cell = {
  width: number
  grow?: number
  align?: 'right'
  sort?: string
  phone?: Column['phone']
  cell: Column['cell']
}

/** Every column that a list of this kind can show, by key; the name is always the first. */
export function useColumns(kind: Kind, fields: Field[], members: Member[]): Column[] {
  const { t } = useTranslation()
  const texts = useFieldTexts(members)
  const demo = useQuery(api.demo.state.queryOptions()).data
  const mark = demo?.hasReal && demo.shown ? t('contactPage.demo') : undefined
  return useMemo(() => {
    const standing = Object.entries(standingColumns).map(([key, column]) => ({
      key,
      label: t(`lists.columns.${key as keyof typeof standingColumns}`),
      ...column,
    }))
    const facts = fields
      .filter(field => field.appliesTo.includes(kind) && !(field.key in nameParts))
      .map(field => ({ key: field.key, label: texts.label(field), ...factColumn(field, texts.value) }))
    const people = {
      key: 'people',
      label: t('lists.columns.people'),
      width: 90,
      align: 'right' as const,
      cell: peopleOf,
    }
    const name = { key: 'name', label: t('lists.columns.name'), ...nameColumn(mark) }
    return [name, ...standing, ...(kind === 'organization' ? [people] : []), ...facts]
  }, [kind, fields, texts, mark, t])
}

const nameParts = { kind: 1, displayName: 1, name: 1, givenName: 1, surname: 1, secondSurname: 1 }

/** `mark`: how those are told apart who do not exist, while they stand among those who do. */
const nameColumn = (mark: string | undefined): Cell => ({
  width: 200,
  grow: 2,
  sort: 'name',
  phone: 'title',
  cell: row => (
    <>
      <Group gap={6} wrap="nowrap">
        <Link
          to={addressOf(row)}
          tabIndex={-1}
          style={{ color: 'inherit', textDecoration: 'none', minWidth: 0 }}
        >
          <ContactName name={row.name} />
        </Link>
        {mark && row.isDemo && (
          <Badge color="gray" size="xs" variant="light" flex="none">
            {mark}
          </Badge>
        )}
      </Group>
      {row.organization && (
        <Text hiddenFrom="sm" size="xs" c="dimmed" truncate>
          {row.organization.name}
        </Text>
      )}
    </>
  ),
})

const peopleOf = (row: ListedRow) => (row.people ? row.people : '')

const standingColumns: Record<
  'stage' | 'verdict' | 'total' | 'temperature' | 'fit' | 'engagement' | 'lastSignal' | 'since' | 'turnsCold',
  Cell
> = {
  stage: {
    width: 176,
    phone: 'line',
    cell: row =>
      row.standing && (
        <Group gap={6} wrap="nowrap">
          <StageWithDefinition stage={row.standing.stage} size="sm" tabIndex={-1} />
          <StaleBadge from={row.standing.staleFrom} compact />
        </Group>
      ),
  },
  verdict: { width: 118, cell: row => row.standing && <Verdict value={row.standing.verdict} /> },
  total: {
    width: 124,
    sort: 'total',
    phone: 'side',
    cell: row =>
      row.standing && (
        <Group gap={6} wrap="nowrap">
          <ScoreBar
            total={row.standing.total}
            fit={row.standing.fit}
            engagement={row.standing.engagement}
            width={48}
          />
          <ShortOfFit fits={row.standing.fits} />
        </Group>
      ),
  },
  temperature: {
    width: 108,
    phone: 'under',
    cell: row => row.standing && <Temperature value={row.standing.temperature} />,
  },
  fit: {
    width: 90,
    align: 'right',
    cell: row =>
      row.standing && (
        <Group gap={6} wrap="nowrap" justify="flex-end">
          <ShortOfFit fits={row.standing.fits} />
          {row.standing.fit}
        </Group>
      ),
  },
  engagement: { width: 90, align: 'right', cell: row => row.standing?.engagement },
  lastSignal: { width: 124, sort: 'lastSignal', cell: row => when(row.standing?.lastSignalAt) },
  since: { width: 124, sort: 'since', cell: row => when(row.standing?.since) },
  turnsCold: { width: 124, cell: row => when(row.standing?.turnsColdAt) },
}

/** On two lines where its words are long: the columns beside it fit. */
function Verdict({ value }: { value: string }) {
  const text = useAnyText()
  return (
    <Text size="xs" lh={1.2} lineClamp={2} style={{ whiteSpace: 'normal' }}>
      {text(`qualification.verdicts.${value}`)}
    </Text>
  )
}

const when = (at: string | null | undefined) => at && <Moment at={at} />

type Read = (field: Field, value: FieldValue | undefined) => string

function factColumn(field: Field, read: Read): Cell {
  if (field.key === 'tags') return { width: 140, grow: 1, cell: row => pills(row.tags) }
  if (field.key === 'roles') {
    return { width: 140, cell: row => pills(row.roles.map(role => read(field, role))) }
  }
  if (field.key === 'organization') {
    return {
      width: 140,
      grow: 1,
      cell: row => row.organization && <OrganizationLink {...row.organization} />,
    }
  }
  if ('identity' in field.reach) {
    const { identity } = field.reach
    const shown = (row: ListedRow) => row.identities.find(({ kind }) => kind === identity)
    return { width: 170, grow: 1, cell: row => shown(row)?.raw || shown(row)?.value }
  }
  const isDate = field.type === 'date' && field.reach && 'column' in field.reach
  const sort = isDate ? { sort: field.key } : {}
  if (isDate) return { width: 124, ...sort, cell: row => when(row.facts[field.key] as string | undefined) }
  const right = field.type === 'number' || field.type === 'money' ? { align: 'right' as const } : {}
  return { width: 130, ...right, cell: row => read(field, row.facts[field.key]) }
}

function OrganizationLink({ id, name }: { id: string; name: string }) {
  return (
    <Anchor component={Link} to={`/organizations/${id}`} tabIndex={-1} size="sm" c="inherit">
      {name}
    </Anchor>
  )
}

/** The first, and how many more. */
function pills(names: string[]) {
  const rest = names.length - 1
  return (
    names.length > 0 && (
      <Group gap={4} wrap="nowrap" title={names.join(', ')}>
        <Pill size="xs" flex="0 1 auto" miw={0}>
          {names[0]}
        </Pill>
        {rest > 0 && (
          <Text span size="xs" c="dimmed">
            +{rest}
          </Text>
        )}
      </Group>
    )
  )
}
