import { Alert, Tabs, Text, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import { type TemperatureKey, temperatureColour, temperatureIcons } from '../../../ui/stages.ts'
import { Totals } from '../definitions/Totals.tsx'
import { useEditing } from '../definitions/useDraft.ts'
import { Notable } from './Notable.tsx'
import classes from './scoreSetUp.module.css'
import { type ShownDistribution, scaleOf, temperaturesOf, useDistribution } from './useSpread.ts'

/** Beside every step: how many would be cold, warm and hot, and the contacts worth a look. */
export function Spread() {
  const { t } = useTranslation()
  const found = useDistribution()
  return (
    <aside className={classes.spread} aria-label={t('scoreSetUp.spread.title')} aria-busy={found.isBehind}>
      <Title order={2} size="h3">
        {t('scoreSetUp.spread.title')}
      </Title>
      {found.isPending && <Loading rows={4} />}
      {found.isError && <Failed error={found.error} retry={() => void found.refetch()} />}
      {found.data && !found.data.distribution && (
        <Alert color="yellow" variant="light">
          {t('scoreSetUp.spread.flawed')}
        </Alert>
      )}
      {found.data?.distribution && <Found of={found.data.distribution} isBehind={found.isBehind} />}
    </aside>
  )
}

function Found({ of, isBehind }: { of: ShownDistribution; isBehind: boolean }) {
  const { t } = useTranslation()
  const format = useFormat()
  const numbers = { contacts: format.number(of.contacts), sampled: format.number(of.sampled) }
  return (
    <div className={classes.found} data-behind={isBehind || undefined}>
      <Temperatures of={of} />
      <Totals totals={inFives(of)} />
      <Text size="xs" c="dimmed" role="status">
        {isBehind
          ? t('scoreSetUp.spread.working')
          : t(of.sampled < of.contacts ? 'scoreSetUp.spread.sample' : 'scoreSetUp.spread.everybody', numbers)}
      </Text>
      <Tabs defaultValue="best" keepMounted={false}>
        <Tabs.List grow>
          <Tabs.Tab value="best">{t('scoreSetUp.spread.best')}</Tabs.Tab>
          <Tabs.Tab value="odd">{t('scoreSetUp.spread.odd')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="best">
          <Notable contacts={of.best} none={t('scoreSetUp.spread.nobody')} />
        </Tabs.Panel>
        <Tabs.Panel value="odd">
          <Text size="xs" c="dimmed" pt="xs">
            {t('scoreSetUp.spread.oddAbout')}
          </Text>
          <Notable contacts={of.odd} none={t('scoreSetUp.spread.nothingOdd')} />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}

const inFives = ({ before, after }: ShownDistribution) =>
  Array.from({ length: 20 }, (_, step) => {
    const sum = (counts: number[]) =>
      counts.slice(step * 5, step === 19 ? 101 : step * 5 + 5).reduce((all, count) => all + count, 0)
    return { from: step * 5, before: sum(before), after: sum(after) }
  })

const hottestFirst: TemperatureKey[] = ['hot', 'warm', 'cold']

/** By the thresholds in force and by those being written: moving one shows at once. */
function Temperatures({ of }: { of: ShownDistribution }) {
  const { t } = useTranslation()
  const format = useFormat()
  const { inForce, shown } = useEditing()
  const before = temperaturesOf(of.before, inForce.score)
  const after = temperaturesOf(of.after, shown.score)
  const about = of.sampled < of.contacts ? '≈ ' : ''
  const count = (number: number) => about + format.number(Math.round(scaleOf(of) * number))
  return (
    <ul className={classes.heat}>
      {hottestFirst.map(key => {
        const Icon = temperatureIcons[key]
        return (
          <li key={key}>
            <span className={classes.heatName} style={{ color: temperatureColour(key, 'ink') }}>
              <Icon aria-hidden size={16} stroke={1.9} /> {t(`words.temperaturesPlural.${key}`)}
            </span>
            <strong>{count(after[key])}</strong>
            <Text size="xs" c="dimmed">
              {before[key] === after[key]
                ? t('scoreSetUp.spread.same')
                : t('scoreSetUp.spread.was', { count: before[key], number: count(before[key]) })}
            </Text>
          </li>
        )
      })}
    </ul>
  )
}
