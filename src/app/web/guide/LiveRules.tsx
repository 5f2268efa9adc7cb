import { Table } from '@mantine/core'
import type { ScoreModel } from '../../../scoring/model.ts'
import { useFormat } from '../../../ui/format.ts'
import { useGroupName, useRuleName } from '../definitions/useChangeText.ts'
import { Inline } from './Inline.tsx'
import { filled, useFrame } from './language.ts'
import { aloneIn, type GuideRule, losses, strongest } from './liveScore.ts'

type Props = { score: ScoreModel }

export const Fit = ({ score }: Props) => <Rules rules={strongest(score.fit, 6)} />

export const Engagement = ({ score }: Props) => <Rules rules={strongest(score.engagement, 8)} />

export const Losses = ({ score }: Props) => <Rules rules={losses(score)} />

export const Caps = ({ score }: Props) => (
  <Rules rules={score.engagement.filter(({ perDay }) => perDay !== undefined)} withDay />
)

function Rules({ rules, withDay = false }: { rules: readonly GuideRule[]; withDay?: boolean }) {
  const { live } = useFrame()
  const format = useFormat()
  const name = useRuleName()
  if (rules.length === 0) return <p>{live.none}</p>
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{live.rule}</Table.Th>
          <Table.Th ta="right">{live.points}</Table.Th>
          {withDay && <Table.Th ta="right">{live.aDay}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rules.map(rule => (
          <Table.Tr key={rule.key}>
            <Table.Td>{name(rule)}</Table.Td>
            <Table.Td ta="right">{format.signed(rule.points)}</Table.Td>
            {withDay && 'perDay' in rule && (
              <Table.Td ta="right">{rule.perDay && format.number(rule.perDay)}</Table.Td>
            )}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** How long each group of rules takes to lose half of what it gives. */
export function Fading({ score }: Props) {
  const { live } = useFrame()
  const format = useFormat()
  const name = useGroupName()
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{live.group}</Table.Th>
          <Table.Th>{live.halves}</Table.Th>
          <Table.Th ta="right">{live.most}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {score.groups.map(group => (
          <Table.Tr key={group.key}>
            <Table.Td>{name(group)}</Table.Td>
            <Table.Td>
              {group.halfLifeDays
                ? filled(live.days, { count: format.number(group.halfLifeDays) })
                : live.never}
            </Table.Td>
            <Table.Td ta="right">{group.cap ? format.number(group.cap) : live.noCap}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

/** Whether fit or engagement alone would do to be hot. */
export function Alone({ score }: Props) {
  const { live } = useFrame()
  const { takes, ...most } = aloneIn(score)
  return (
    <p>
      <Inline text={filled(live.takes[takes], most)} />
    </p>
  )
}
