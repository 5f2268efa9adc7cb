import { Anchor, Text } from '@mantine/core'
import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { WhoItIs } from '../../../contacts/web/parts.tsx'
import { Moment } from '../../../ui/Moment.tsx'
import { Section } from '../../../ui/Page.tsx'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { addressOf } from '../lists/rows.ts'
import type { SegmentShown } from './SegmentPage.tsx'
import classes from './segments.module.css'

export function Passages({ passages }: Pick<SegmentShown, 'passages'>) {
  const { t } = useTranslation()
  return (
    <Section title={t('segments.passages')}>
      {passages.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('segments.noPassages')}
        </Text>
      )}
      <ul className={classes.rows}>
        {passages.map(({ contactId, kind, stage, at, entered, ...who }) => (
          <li key={`${contactId} ${at} ${entered}`} className={classes.person}>
            {entered ? (
              <IconArrowUpRight size={15} className={classes.came} aria-label={t('segments.came')} />
            ) : (
              <IconArrowDownRight size={15} className={classes.went} aria-label={t('segments.went')} />
            )}
            <WhoItIs
              {...who}
              link={name => (
                <Anchor component={Link} size="sm" to={addressOf({ id: contactId, kind })}>
                  {name}
                </Anchor>
              )}
            />
            <StageBadge stage={stage} size="sm" />
            <Text size="xs" c="dimmed">
              <Moment at={at} />
            </Text>
          </li>
        ))}
      </ul>
    </Section>
  )
}
