import { Button, Text } from '@mantine/core'
import { IconPlus, IconUsersGroup } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation, useNavigate } from 'react-router'
import { useSentence } from '../../../criteria/web/parts.tsx'
import { useAccess } from '../../../ui/access.ts'
import { Empty } from '../../../ui/Empty.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page, Section } from '../../../ui/Page.tsx'
import { api } from '../api.ts'
import { useCatalogue } from '../lists/source.ts'
import { Passing } from './Passing.tsx'
import { readyMade } from './readyMade.ts'
import { SegmentForm } from './SegmentForm.tsx'
import classes from './segments.module.css'
import { type Draft, type Segment, useSegmentActs } from './source.ts'

const blank: Draft = { name: '', description: '', about: 'person', criteria: { all: [] }, ownerId: null }

/** All segments with their sizes, and ready-made ones to begin with. */
export function SegmentsPage() {
  const { t } = useTranslation()
  const { can, userId } = useMe()
  const navigate = useNavigate()
  const catalogue = useCatalogue()
  const segments = useQuery(api.segments.list.queryOptions())
  // A list hands its filter over to be saved as a segment.
  const begun: Draft | undefined = useLocation().state?.begun
  const [draft, setDraft] = useState(begun)
  const { save } = useSegmentActs()
  const create = async (draft: Draft) => {
    const { id } = await save.mutateAsync(draft)
    await navigate(`/segments/${id}`)
  }
  return (
    <Page
      title={t('segments.title')}
      about={
        <>
          {t('segments.about')} <GuideLink page="words" />
        </>
      }
      actions={
        can('contacts.write') && (
          <Button
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setDraft({ ...blank, ownerId: userId })}
          >
            {t('segments.new')}
          </Button>
        )
      }
    >
      {segments.isPending && <Loading rows={6} />}
      {segments.isError && <Failed error={segments.error} retry={() => void segments.refetch()} />}
      {segments.data && <SegmentRows segments={segments.data.segments} />}
      {segments.data && can('contacts.write') && (
        <ReadyMade
          taken={segments.data.segments}
          onAdd={draft => void create({ ...draft, ownerId: userId })}
        />
      )}
      {draft && (
        <SegmentForm
          title={t('segments.new')}
          begun={draft}
          catalogue={catalogue}
          onSave={create}
          onClose={() => setDraft(undefined)}
        />
      )}
    </Page>
  )
}

function useMe() {
  const { can, user } = useAccess()
  return { can, userId: user.id }
}

function SegmentRows({ segments }: { segments: Segment[] }) {
  const { t } = useTranslation()
  const catalogue = useCatalogue()
  const sentence = useSentence(catalogue)
  if (segments.length === 0)
    return <Empty icon={IconUsersGroup} title={t('segments.empty')} about={t('segments.emptyAbout')} />
  return (
    <ul className={classes.rows}>
      {segments.map(segment => (
        <li key={segment.id} className={classes.row}>
          <div className={classes.what}>
            <Link to={`/segments/${segment.id}`} className={classes.name}>
              {segment.name}
            </Link>
            <Text size="xs" c="dimmed" lineClamp={2}>
              {t(`segments.abouts.${segment.about}`)}: {sentence(segment.criteria)}.
            </Text>
          </div>
          <Passing segment={segment} />
        </li>
      ))}
    </ul>
  )
}

type ReadyProps = { taken: Segment[]; onAdd: (draft: Draft) => void }

/** Those of which there is none that says the same yet. */
function ReadyMade({ taken, onAdd }: ReadyProps) {
  const { t } = useTranslation()
  const sentence = useSentence(useCatalogue())
  const said = new Set(taken.map(({ criteria }) => sentence(criteria)))
  const left = readyMade.filter(({ criteria }) => !said.has(sentence(criteria)))
  if (left.length === 0) return null
  return (
    <Section title={t('segments.readyTitle')} about={t('segments.readyAbout')}>
      <ul className={classes.rows}>
        {left.map(({ key, about, criteria }) => {
          const name = t(`segments.ready.${key}`)
          return (
            <li key={key} className={classes.row}>
              <div className={classes.what}>
                <Text size="sm" fw={550}>
                  {name}
                </Text>
                <Text size="xs" c="dimmed">
                  {t(`segments.abouts.${about}`)}: {sentence(criteria)}.
                </Text>
              </div>
              <Button
                size="xs"
                variant="default"
                aria-label={t('segments.addReady', { name })}
                onClick={() => onAdd({ ...blank, name, about, criteria })}
              >
                {t('ui.add')}
              </Button>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
