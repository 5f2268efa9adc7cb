import { Button, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useEventName } from '../../activity/web/parts.tsx'
import { useReasonName } from '../../criteria/web/reasonName.ts'
import { useFormat } from '../../ui/format.ts'
import type { Shown } from './api.ts'
import classes from './qualification.module.css'
import { useQualifying } from './qualifying.ts'

type Props = { id: string; disqualification: NonNullable<Shown['disqualification']>; writable: boolean }

/** Why somebody is out, who said so, and when they come back; or that they did. */
export function Disqualified({ id, disqualification, writable }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const reason = useReasonName()
  const { requalify } = useQualifying(id)
  const eventName = useEventName()
  const { reason: key, note, at, until, wakesOn, signals, byName, isInForce } = disqualification
  if (!isInForce)
    return (
      <Text size="sm" c="dimmed">
        {t('qualification.woke', { reason: reason(key), date: format.date(at) })}
      </Text>
    )
  return (
    <div className={classes.out}>
      <Stack gap={6}>
        <Text fw={500}>{reason(key)}</Text>
        {note && <Text size="sm">{note}</Text>}
        <Text size="sm">
          {until && t('qualification.wakes.date', { date: format.date(until) })}
          {!until &&
            (signals
              ? t('qualification.wakes.signals', { signals: format.list(signals.map(eventName)) })
              : t(`qualification.wakes.${wakesOn ?? 'never'}`))}
        </Text>
        <Text size="xs" c="dimmed">
          {t('qualification.by', { name: byName, date: format.date(at) })}
        </Text>
        {writable && (
          <Button
            size="compact-sm"
            variant="default"
            w="fit-content"
            loading={requalify.isPending}
            onClick={() => requalify.mutate()}
          >
            {t('qualification.requalify')}
          </Button>
        )}
      </Stack>
    </div>
  )
}
