import { Text } from '@mantine/core'
import { IconVersions } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import { Moment } from '../../../ui/Moment.tsx'
import { useFunnelAddress } from '../funnelInView.ts'
import classes from './funnel.module.css'
import type { Recent } from './whyMoved.ts'

type Publication = Extract<Recent, { publication: unknown }>['publication']

/** What one publication moved: a line, however many they are. */
export function PublicationShown({ publication }: { publication: Publication }) {
  const { t } = useTranslation()
  const address = useFunnelAddress()
  const number = useFormat().number(publication.moved)
  const { at, lifecycleVersion, scoreVersion, moved, more } = publication
  const what = lifecycleVersion === null ? 'score' : scoreVersion === null ? 'stages' : 'both'
  return (
    <div className={classes.move}>
      <span className={classes.moveHead}>
        <Link to={address('/definitions/versions')} className={classes.published}>
          {t(`funnel.published.${what}`, { stages: lifecycleVersion ?? 0, score: scoreVersion ?? 0 })}
        </Link>
        <span className={classes.quiet}>
          <Moment at={at} />
        </span>
      </span>
      <span className={classes.moveStages}>
        <IconVersions aria-hidden size={15} stroke={1.8} color="var(--mantine-color-dimmed)" />
        <Text span size="xs" c="dimmed">
          {more ? t('funnel.movedMore', { number }) : t('funnel.moved', { count: moved, number })}
        </Text>
      </span>
    </div>
  )
}
