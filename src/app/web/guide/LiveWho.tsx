import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Stage } from '../../../lifecycle/model.ts'
import type { ScoreModel } from '../../../scoring/model.ts'
import { useFormat } from '../../../ui/format.ts'
import { StageBadge } from '../../../ui/StageBadge.tsx'
import { stageKey, type TemperatureKey, temperatureColour } from '../../../ui/stages.ts'
import { Temperature } from '../../../ui/Temperature.tsx'
import { useOwnWords, useRuleName } from '../definitions/useChangeText.ts'
import classes from './guide.module.css'
import { filled, useFrame } from './language.ts'
import { exampleOf, type GuideRule } from './liveScore.ts'

/** The stages as the workspace calls them, who looks after each, and what one does. */
export function Stages({ stages }: { stages: readonly Stage[] }) {
  const { t } = useTranslation()
  const own = useOwnWords()
  return (
    <ul className={classes.stages}>
      {stages.map(({ key, responsible, does }) => {
        const known = stageKey(key)
        return (
          <li key={key}>
            <div>
              <Link to={`/definitions#${key}`} className={classes.stageLink}>
                <StageBadge stage={key} />
              </Link>
              <Text span size="sm" c="dimmed">
                {t(`definitions.responsible.${responsible}`)}
              </Text>
            </div>
            <Text size="sm">{own(does) ?? (known && t(`definitions.does.${known}`))}</Text>
          </li>
        )
      })}
    </ul>
  )
}

/** From 0 to 100, where cold ends and where hot begins. */
export function Temperatures({ score: { warmFrom, hotFrom } }: { score: ScoreModel }) {
  const { live } = useFrame()
  const bands: { key: TemperatureKey; from: number; to: number; text: string }[] = [
    { key: 'cold', from: 0, to: warmFrom, text: live.below },
    { key: 'warm', from: warmFrom, to: hotFrom, text: live.between },
    { key: 'hot', from: hotFrom, to: 100, text: live.from },
  ]
  return (
    <>
      <div className={classes.scale} aria-hidden>
        {bands.map(({ key, from, to }) => (
          <span
            key={key}
            style={{ flexGrow: to - from, background: temperatureColour(key, 'fill') }}
            className={classes.band}
          />
        ))}
      </div>
      <ul className={classes.bands}>
        {bands.map(({ key, from, to, text }) => (
          <li key={key}>
            <Temperature value={key} /> {filled(text, { from, to: key === 'warm' ? to - 1 : to })}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Somebody scored by the rules in force, today and as the interest fades. */
export function Example({ score }: { score: ScoreModel }) {
  const { live } = useFrame()
  const list = useNames()
  const { facts, deeds, instants } = exampleOf(score)
  if (facts.length === 0 || deeds.length === 0) return <p>{live.noExample}</p>
  return (
    <>
      <p>{filled(live.example, { facts: list(facts), deeds: list(deeds) })}</p>
      <Table horizontalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{live.when}</Table.Th>
            <Table.Th ta="right">{live.fit}</Table.Th>
            <Table.Th ta="right">{live.engagement}</Table.Th>
            <Table.Th>{live.total}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {instants.map(({ days, fit, engagement, total, temperature }) => (
            <Table.Tr key={days}>
              <Table.Td>{days === 0 ? live.today : filled(live.later, { count: days })}</Table.Td>
              <Table.Td ta="right">{fit}</Table.Td>
              <Table.Td ta="right">{engagement}</Table.Td>
              <Table.Td className={classes.total}>
                <strong>{total}</strong> <Temperature value={temperature} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** Rules' names in a row, as the middle of a sentence. */
function useNames() {
  const name = useRuleName()
  const format = useFormat()
  return (rules: GuideRule[]) =>
    format.list(rules.map(rule => name(rule)).map(text => text.charAt(0).toLowerCase() + text.slice(1)))
}
