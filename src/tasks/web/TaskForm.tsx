import { Button, Select, Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useContext, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAccess } from '../../ui/access.ts'
import { DayInput } from '../../ui/DayInput.tsx'
import { FormEnd } from '../../ui/FormEnd.tsx'
import { RegionContext } from '../../ui/format.ts'
import { dayOf, instantOf } from '../../ui/zoneDay.ts'
import type { TaskKind } from '../contract.ts'
import { api } from './api.ts'
import { useTasking } from './tasking.ts'
import { workingDayAfter } from './workingDays.ts'

const usualDays = 3

type Props = { contact: { id: string; ownerId?: string | null }; kind: TaskKind; onClose: () => void }

export function TaskForm({ contact, kind, onClose }: Props) {
  const { t } = useTranslation()
  const { user } = useAccess()
  const { timeZone } = useContext(RegionContext)
  const { add } = useTasking()
  const today = dayOf(new Date(), timeZone)
  const [day, setDay] = useState<string | null>(workingDayAfter(today, usualDays))
  const [assigneeId, setAssignee] = useState<string | null>(contact.ownerId ?? user.id)
  const people = useQuery(api.identity.members.list.queryOptions({ input: {} })).data?.members ?? []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!day) return
    const dueAt = instantOf(`${day} 23:59:59`, timeZone).toISOString()
    // Refused, it stays open and says why.
    add.mutateAsync({ id: contact.id, kind, dueAt, assigneeId }).then(onClose, () => {})
  }
  return (
    <form onSubmit={submit} aria-label={t(`tasks.kinds.${kind}`)}>
      <Stack gap="xs">
        <DayInput required from={today} label={t('tasks.due')} value={day} onChange={setDay} />
        <Select
          clearable
          label={t('tasks.assignee')}
          placeholder={t('tasks.nobody')}
          data={people.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={assigneeId}
          onChange={setAssignee}
        />
        <FormEnd onClose={onClose}>
          <Button type="submit" loading={add.isPending} disabled={!day}>
            {t('tasks.add')}
          </Button>
        </FormEnd>
      </Stack>
    </form>
  )
}
