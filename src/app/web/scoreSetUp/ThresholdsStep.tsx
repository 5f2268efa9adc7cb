import { Button, Group, NumberInput, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import { GuideLink } from '../../../ui/GuideLink.tsx'
import { Section } from '../../../ui/Page.tsx'
import { changeScore } from '../definitions/changing.ts'
import { Thresholds } from '../definitions/ScoreFields.tsx'
import { useEditing } from '../definitions/useDraft.ts'
import { aloneIn } from '../guide/liveScore.ts'
import { BeforeContact } from './BeforeContact.tsx'
import { scaleOf, sumOf, thresholdFor, useDistribution } from './useSpread.ts'

/** How much fit weighs, where warm and hot begin, and under what fit nobody is worth an effort. */
export function ThresholdsStep() {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  const { score } = shown
  const { takes, ...most } = aloneIn(score)
  return (
    <>
      <Section
        title={t('scoreSetUp.thresholds.title')}
        about={
          <>
            {t('scoreSetUp.thresholds.about')} <GuideLink page="points" part="thresholds" />
          </>
        }
      >
        <Thresholds score={score} edit={edit} />
        <Text size="sm" c={takes === 'both' ? 'dimmed' : undefined}>
          {t(`scoreSetUp.thresholds.${takes}`, most)}
        </Text>
        <ByCapacity />
      </Section>
      <Section title={t('scoreSetUp.contact.title')} about={t('scoreSetUp.contact.about')}>
        <ContactFrom />
        <BelowFit />
        <BeforeContact />
      </Section>
    </>
  )
}

/** Where hot would have to begin for the team to be able to attend to everybody who is hot. */
function ByCapacity() {
  const { t } = useTranslation()
  const format = useFormat()
  const { shown, edit } = useEditing()
  const [capacity, setCapacity] = useState<number | ''>('')
  const found = useDistribution().data?.distribution
  const from = found && capacity ? thresholdFor(found.after, capacity / scaleOf(found)) : undefined
  const isPossible = from !== undefined && from > shown.score.warmFrom
  return (
    <Group gap="sm" align="flex-end">
      <NumberInput
        label={t('scoreSetUp.thresholds.capacity')}
        min={1}
        max={1_000_000}
        allowDecimal={false}
        w={440}
        maw="100%"
        value={capacity}
        onChange={value => setCapacity(typeof value === 'number' ? value : '')}
      />
      {from !== undefined && (
        <Button
          variant="default"
          disabled={!isPossible || from === shown.score.hotFrom}
          onClick={() => edit(changeScore({ hotFrom: from }))}
        >
          {t('scoreSetUp.thresholds.hotFrom', { from: format.number(from) })}
        </Button>
      )}
      {from !== undefined && !isPossible && (
        <Text size="sm" c="dimmed">
          {t('scoreSetUp.thresholds.underWarm', { from: format.number(from) })}
        </Text>
      )}
    </Group>
  )
}

function ContactFrom() {
  const { t } = useTranslation()
  const { shown, edit } = useEditing()
  return (
    <NumberInput
      label={t('draft.contactFrom')}
      description={t('scoreSetUp.contact.fieldAbout')}
      min={1}
      max={100}
      allowDecimal={false}
      clampBehavior="strict"
      maw={340}
      placeholder={t('scoreSetUp.contact.none')}
      value={shown.score.contactFrom ?? ''}
      onChange={value => edit(changeScore({ contactFrom: value === '' ? undefined : Number(value) }))}
    />
  )
}

/** Of how many the number would say so, from the spread beside it. */
function BelowFit() {
  const { t } = useTranslation()
  const format = useFormat()
  const least = useEditing().shown.score.contactFrom
  const found = useDistribution().data?.distribution
  if (!found || least === undefined) return null
  const below = Math.round(scaleOf(found) * sumOf(found.fits.slice(0, least)))
  const about = found.sampled < found.contacts ? '≈ ' : ''
  return (
    <Text size="sm" c="dimmed" role="status">
      {t('scoreSetUp.contact.below', {
        count: below,
        number: about + format.number(below),
        of: format.number(Math.round(scaleOf(found) * sumOf(found.fits))),
      })}
    </Text>
  )
}
