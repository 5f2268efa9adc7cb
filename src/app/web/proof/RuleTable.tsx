import { Button, Table } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { RuleReport } from '../../../proof/contract.ts'
import { useAnyText } from '../../../ui/anyText.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import { useScoreNames } from '../definitions/useChangeText.ts'
import classes from './proof.module.css'

/** Every rule of today's score by what it adds; those that hold for next to nobody are folded away. */
export function RuleTable({ rules }: { rules: RuleReport[] }) {
  const { t } = useTranslation()
  const [isOpen, { toggle }] = useDisclosure()
  const ranked = rules.toSorted((a, b) => b.adds - a.adds)
  const dead = ranked.filter(rule => rule.isDead)
  const shown = isOpen ? ranked : ranked.filter(rule => !rule.isDead)
  return (
    <Section title={t('proof.rules.title')} about={t('proof.rules.about')}>
      <Table.ScrollContainer minWidth={560}>
        <Table className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('proof.rules.rule')}</Table.Th>
              {(['points', 'people', 'share', 'others', 'adds'] as const).map(key => (
                <Table.Th key={key} ta="right">
                  {t(`proof.rules.${key}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map(rule => (
              <RuleRow key={`${rule.axis} ${rule.key}`} rule={rule} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {dead.length > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={toggle} aria-expanded={isOpen}>
          {t('proof.rules.deadOnes', { count: dead.length })}
        </Button>
      )}
    </Section>
  )
}

/** Of a hundred pairs: less is within what chance does. */
const felt = 0.002

function RuleRow({ rule }: { rule: RuleReport }) {
  const { t } = useTranslation()
  const format = useFormat()
  const names = useScoreNames()
  const text = useAnyText()
  const isHarmful = rule.adds < -felt
  return (
    <Table.Tr>
      <Table.Td>
        {names.rule(rule.key) ?? text(`scoring.rules.${rule.key}`, { defaultValue: rule.key })}{' '}
        {(rule.isDead || isHarmful) && (
          <span className={classes.quiet}>{t(isHarmful ? 'proof.rules.harms' : 'proof.rules.dead')}</span>
        )}
      </Table.Td>
      <Table.Td ta="right">{format.signed(rule.points)}</Table.Td>
      <Table.Td ta="right">{format.number(rule.people)}</Table.Td>
      <Table.Td ta="right">{rule.people ? format.percent(rule.share) : '–'}</Table.Td>
      <Table.Td ta="right">{format.percent(rule.shareOfOthers)}</Table.Td>
      <Table.Td ta="right">{format.signed(100 * rule.adds)}</Table.Td>
    </Table.Tr>
  )
}
