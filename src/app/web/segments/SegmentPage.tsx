import { AreaChart } from '@mantine/charts'
import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import { IconList, IconPencil, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useNavigate, useParams } from 'react-router'
import { useSentence } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { BackLink } from '../../../ui/BackLink.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { ExportMenu } from '../lists/ExportMenu.tsx'
import { useCatalogue } from '../lists/source.ts'
import { Common } from './Common.tsx'
import { Passages } from './Passages.tsx'
import { SegmentForm } from './SegmentForm.tsx'
import classes from './segments.module.css'
import { listsOf, type Segment, useSegmentActs } from './source.ts'

export type SegmentShown = Awaited<ReturnType<typeof api.segments.get.call>>

/** One segment: whom it means, how many they are and were, who came and went, what they have in common. */
export function SegmentPage() {
  const { id = '' } = useParams()
  const { t } = useTranslation()
  // While it is being filled, its numbers are asked for again.
  const segment = useQuery({
    ...api.segments.get.queryOptions({ input: { id } }),
    refetchInterval: query => (query.state.data?.isFilling ? 1500 : false),
  })
  if (segment.isPending) return <Loading rows={8} />
  if (segment.isError) return <Failed error={segment.error} retry={() => void segment.refetch()} />
  return (
    <Page
      title={segment.data.name}
      about={segment.data.description || undefined}
      back={<BackLink to="/segments">{t('segments.title')}</BackLink>}
      actions={<Actions segment={segment.data} />}
    >
      <Meaning segment={segment.data} />
      <Sizes segment={segment.data} />
      <div className={classes.columns}>
        <Common id={id} isFilling={segment.data.isFilling} />
        <Passages passages={segment.data.passages} />
      </div>
    </Page>
  )
}

function Actions({ segment }: { segment: Segment }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const catalogue = useCatalogue()
  const navigate = useNavigate()
  const { save, remove } = useSegmentActs()
  const [isEditing, setEditing] = useState(false)
  const { id } = segment
  return (
    <>
      {listsOf(segment).map(({ kind, to }) => (
        <Button
          key={kind}
          component={Link}
          to={to}
          variant="default"
          leftSection={<IconList size={16} aria-hidden />}
        >
          {t(`segments.open.${kind}`)}
        </Button>
      ))}
      {can('contacts.export') && <Export segment={segment} />}
      {can('contacts.write') && (
        <>
          <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
            {t('ui.edit')}
          </Button>
          <Tooltip label={t('ui.delete')}>
            <ActionIcon
              size="lg"
              variant="default"
              aria-label={t('ui.delete')}
              onClick={() => remove.mutate({ id, leave: () => void navigate('/segments') })}
            >
              <IconTrash size={18} stroke={1.7} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </>
      )}
      {isEditing && (
        <SegmentForm
          title={t('segments.edit')}
          id={id}
          begun={segment}
          catalogue={catalogue}
          onSave={({ name, description, about, criteria, ownerId }) =>
            save.mutateAsync({ id, name, description, about, criteria, ownerId })
          }
          onClose={() => setEditing(false)}
        />
      )}
    </>
  )
}

function Export({ segment: { id, about } }: { segment: Segment }) {
  const which = {
    kind: about === 'contact' ? undefined : about,
    where: { is: 'segment' as const, anyOf: [id] },
  }
  const columns = ['name', 'stage', 'total', 'temperature', 'lastSignal', 'ownerId']
  return <ExportMenu which={which} view={{ sort: { by: 'total', direction: 'desc' }, columns }} />
}

function Meaning({ segment: { about, criteria, ownerId } }: { segment: Segment }) {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  const sentence = useSentence(catalogue)
  const owner = catalogue.members.find(({ id }) => id === ownerId)
  return (
    <Text className={classes.sentence}>
      {t(`segments.abouts.${about}`)}: {sentence(criteria)}. <GuideLink page="words" />{' '}
      {owner && (
        <Text span c="dimmed">
          {t('segments.ownedBy', { name: owner.name })}
        </Text>
      )}
    </Text>
  )
}

function Sizes({ segment: { size, entered, left, days, isFilling } }: { segment: SegmentShown }) {
  const { t } = useTranslation()
  const format = useFormat()
  const numbers = { entered: format.number(entered), left: format.number(left) }
  return (
    <Section title={t('segments.size')}>
      <div className={classes.numbers}>
        <span className={classes.big}>{format.number(size)}</span>
        <Text c="dimmed" size="sm">
          {isFilling ? t('segments.filling') : t('segments.passed', numbers)}
        </Text>
      </div>
      {days.length > 1 ? (
        <AreaChart
          h={180}
          role="img"
          aria-label={t('segments.chart', {
            from: format.number(days[0]?.size ?? 0),
            to: format.number(size),
          })}
          data={days}
          dataKey="day"
          series={[{ name: 'size', label: t('segments.size'), color: 'var(--fit-fill)' }]}
          curveType="stepAfter"
          withDots={false}
          strokeWidth={2}
          valueFormatter={format.number}
          xAxisProps={{ tickFormatter: format.date, minTickGap: 40 }}
          yAxisProps={{ allowDecimals: false, width: 44 }}
          // Nothing is pointed at until the pointer comes.
          tooltipProps={{ labelFormatter: day => (day ? format.day(String(day)) : '') }}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('segments.chartLater')}
        </Text>
      )}
    </Section>
  )
}
