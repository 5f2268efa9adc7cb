import { Anchor, Button, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconCalendarTime } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useContext, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useCalled } from '../../../contacts/web/parts.tsx'
import { DayInput } from '../../../ui/DayInput.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { RegionContext, useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { endOf, pastDay } from '../../../ui/zoneDay.ts'
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
      {opened && <PastContactDialog id={id} onClose={close} />}
    </>
  )
}

type DialogProps = { id: string; name?: string; day?: string; onClose: () => void }

/** The same, open: on that day first, or thirty days ago. `name`: where its page is not open already. */
export function PastContactDialog({ id, name, day, onClose }: DialogProps) {
  const { t } = useTranslation()
  const called = useCalled()
  return (
    <Dialog opened onClose={onClose} title={t('past.contact')} size="xl">
      <Stack>
        {name !== undefined && (
          <Anchor component={Link} to={`/contacts/${id}`} fw={600} w="fit-content">
            {called(name).text}
          </Anchor>
        )}
        <OnDay id={id} first={day} />
      </Stack>
    </Dialog>
  )
}

function OnDay({ id, first }: { id: string; first?: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { timeZone } = useContext(RegionContext)
  const [day, setDay] = useState(() => first ?? pastDay(null, timeZone))
  const at = useMemo(() => endOf(day, timeZone), [day, timeZone])
  const past = useQuery({
    ...api.lifecycle.pastContact.queryOptions({
      input: { ...useFunnelInput(), id, at },
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <Stack>
      <DayInput past label={t('past.day')} value={day} onChange={value => value && setDay(value)} w={220} />
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
