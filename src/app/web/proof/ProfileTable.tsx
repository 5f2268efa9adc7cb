import { Button, Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Likeness } from '../../../proof/contract.ts'
import { useAccess } from '../../../ui/access.ts'
import { useFormat } from '../../../ui/format.ts'
import { Section } from '../../../ui/Page.tsx'
import { useWholeSentence } from '../definitions/useDefinitions.ts'
import { useFunnelAddress } from '../funnelInView.ts'
import classes from './proof.module.css'

/** The ideal profile as those with the outcome propose it; it is taken where the profile is written. */
export function ProfileTable({ profile }: { profile: Likeness[] }) {
  const { t } = useTranslation()
  const { can } = useAccess()
  const address = useFunnelAddress()
  const mayTake = can('definitions.manage') && profile.length > 0
  return (
    <Section
      title={t('proof.profile.title')}
      about={t('proof.profile.about')}
      actions={
        mayTake && (
          <Button component={Link} to={address('/definitions/score')} variant="default">
            {t('proof.profile.take')}
          </Button>
        )
      }
    >
      {profile.length === 0 && <Text>{t('proof.profile.none')}</Text>}
      {profile.length > 0 && (
        <Table.ScrollContainer minWidth={560}>
          <Table className={classes.numbers}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('proof.profile.fact')}</Table.Th>
                {(['share', 'rest', 'times', 'people', 'points'] as const).map(key => (
                  <Table.Th key={key} ta="right">
                    {t(`proof.profile.${key}`)}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {profile.map(likeness => (
                <LikenessRow key={JSON.stringify(likeness.when)} likeness={likeness} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Section>
  )
}

function LikenessRow({ likeness }: { likeness: Likeness }) {
  const format = useFormat()
  const { t } = useTranslation()
  const fact = useWholeSentence()(likeness.when)
  return (
    <Table.Tr>
      <Table.Td>
        {fact}
        {likeness.isRepeated && <span className={classes.quiet}>{t('proof.profile.repeated')}</span>}
      </Table.Td>
      <Table.Td ta="right">{format.percent(likeness.share)}</Table.Td>
      <Table.Td ta="right">{format.percent(likeness.shareOfRest)}</Table.Td>
      <Table.Td ta="right">{format.number(Math.round(10 * likeness.times) / 10)}</Table.Td>
      <Table.Td ta="right">{format.number(likeness.people)}</Table.Td>
      <Table.Td ta="right">{format.signed(likeness.points)}</Table.Td>
    </Table.Tr>
  )
}
