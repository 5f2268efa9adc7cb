import { Progress, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../../ui/format.ts'
import type { BulkAct } from '../../lists/contract.ts'
import { useBulkEnds, useRunningBulk } from './bulk.ts'
import classes from './lists.module.css'

/** How far the changes to many contacts are that are being made; they go on if one leaves. */
export function RunningBulk() {
  const running = useRunningBulk()
  return running.data?.map(act => <Running key={act.changeSetId} act={act} />)
}

function Running({ act: { isBin, done, total } }: { act: BulkAct }) {
  const { t } = useTranslation()
  const format = useFormat()
  const numbers = { done: format.number(done), total: format.number(total) }
  const said = t(isBin ? 'lists.bulk.binning' : 'lists.bulk.changing', numbers)
  return (
    <section data-bar className={classes.bulk} aria-label={said}>
      <Text size="sm" fw={550}>
        {said}
      </Text>
      <Progress value={(100 * done) / total} aria-label={said} flex="1 1 10rem" />
    </section>
  )
}

/** For the frame of every screen: whoever has gone elsewhere is told there. */
export function BulkEnds() {
  useBulkEnds()
  return null
}
