import { Button, Stack, Text } from '@mantine/core'
import { DateInput } from '@mantine/dates'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarTime } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { RegionContext, useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { dayOf, endOf, pastDay } from '../../../ui/zoneDay.ts'
import { api } from '../api.ts'
import { useFunnelInput } from '../funnelInView.ts'
import { SideShown } from './BothReceipts.tsx'
import classes from './preview.module.css'

/** A contact as of another day: where it stood, and where the definitions of then and those of now put it. */
export function PastContact({ id }: { id: string }) {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        w="fit-content"
        leftSection={<IconCalendarTime size={14} stroke={1.8} aria-hidden />}
        onClick={open}
      >
        {t('past.open')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('past.contact')} size="xl">
        <OnDay id={id} />
      </Dialog>
    </>
  )
}

function OnDay({ id }: { id: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { timeZone } = useContext(RegionContext)
  const [day, setDay] = useState(() => pastDay(null, timeZone))
  const past = useQuery({
    ...api.lifecycle.pastContact.queryOptions({
      input: { ...useFunnelInput(), id, at: endOf(day, timeZone) },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <Stack>
      <DateInput
        label={t('past.day')}
        valueFormat="D MMM YYYY"
        maxDate={dayOf(new Date(), timeZone)}
        value={day}
        onChange={value => value && setDay(value)}
        w={220}
      />
      {past.isPending && <Loading rows={4} />}
      {past.isError && <Failed error={past.error} retry={() => void past.refetch()} />}
      {past.data && (
        <>
          <Text size="sm">
            {past.data.recorded ? (
              <>
                {t('past.recorded')} <StageBadge stage={past.data.recorded.stage} size="sm" />{' '}
                {past.data.recorded.since && t('past.since', { date: format.date(past.data.recorded.since) })}
              </>
            ) : (
              t('past.notYet')
            )}
          </Text>
          <div className={classes.sides}>
            <SideShown
              title={t('past.byThen', { version: past.data.byThen.lifecycleVersion })}
              side={past.data.byThen}
            />
            <SideShown
              title={t('past.byNow', { version: past.data.byNow.lifecycleVersion })}
              side={past.data.byNow}
            />
          </div>
          <Text size="xs" c="dimmed">
            {t('past.caution')}
          </Text>
        </>
      )}
    </Stack>
  )
}
