import { Alert, Anchor, Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import { useWholeSentence } from '../definitions/useDefinitions.ts'
import { useEditing } from '../definitions/useDraft.ts'
import { isAspect } from './aspects.ts'
import type { Trait } from './ideal.ts'
import { lackingMust } from './lackingMust.ts'
import { useProfile } from './useProfile.ts'
import { useStepAddress } from './useStepAddress.ts'

/** Whether whoever is known to lack a must of the ideal profile stays under the least fit worth a contact. */
export function BeforeContact() {
  const { t } = useTranslation()
  const addressOf = useStepAddress()
  const { score } = useEditing().shown
  const found = lackingMust(score)
  const namesOf = useNames()
  if (!found)
    return (
      <Text size="sm" c="dimmed">
        {t('scoreSetUp.contact.noMusts')}{' '}
        <Anchor component={Link} to={addressOf('ideal')} underline="always">
          {t('scoreSetUp.steps.ideal')}
        </Anchor>
      </Text>
    )
  const { musts, mostFit, needed } = found
  const least = score.contactFrom
  const says = { musts: namesOf(musts), fit: mostFit, least: least ?? 0 }
  if (least === undefined) return <Text size="sm">{t('scoreSetUp.contact.noLeast', says)}</Text>
  if (mostFit < least) return <Text size="sm">{t('scoreSetUp.contact.mustsEnough', says)}</Text>
  return (
    <Alert color="yellow" variant="light">
      <Text size="sm">{t('scoreSetUp.contact.mustsShort', says)}</Text>
      {needed === undefined ? (
        <Text size="sm">{t('scoreSetUp.contact.mustsTooFar')}</Text>
      ) : (
        <TakeAway points={needed} />
      )}
    </Alert>
  )
}

function TakeAway({ points }: { points: number }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { change } = useProfile('ideal')
  return (
    <Button
      size="compact-sm"
      variant="default"
      mt="xs"
      onClick={() => change(before => ({ ...before, mustPoints: points }))}
    >
      {t('scoreSetUp.contact.takeAway', { points: format.number(-points) })}
    </Button>
  )
}

function useNames() {
  const { t } = useTranslation()
  const format = useFormat()
  const sentence = useWholeSentence()
  return (musts: Trait[]) =>
    format.list(
      musts.map(({ key, when }) => (isAspect(key) ? t(`scoreSetUp.aspects.${key}`) : sentence(when))),
    )
}
