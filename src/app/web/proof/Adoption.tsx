import { Table, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Notice } from '../../../imports/web/Notice.tsx'
import { Failed } from '../../../ui/Failed.tsx'
import { useFormat } from '../../../ui/format.ts'
import { Loading } from '../../../ui/Loading.tsx'
import type { TemperatureKey } from '../../../ui/stages.ts'
import { api } from '../api.ts'
import { useFunnelShown } from '../definitions/useDefinitions.ts'
import { scaleOf, temperaturesOf } from '../scoreSetUp/useSpread.ts'
import classes from './proof.module.css'

type Adopted = Awaited<ReturnType<typeof api.proof.adoption.call>>
type Totals = Adopted['card']

const hottestFirst: TemperatureKey[] = ['hot', 'warm', 'cold']

/** What would change once the card is in force: how many hot, warm and cold, and how many share the best score. */
export function Adoption({ id }: { id: string }) {
  const { t } = useTranslation()
  const inForce = useFunnelShown()
  const adoption = useQuery(api.proof.adoption.queryOptions({ input: { id } }))
  if (adoption.isPending) return <Loading rows={5} />
  if (adoption.isError) return <Failed error={adoption.error} retry={() => void adoption.refetch()} />
  const { contactFrom } = adoption.data
  return (
    <div>
      <Text fw={600}>{t('proof.adoption.title')}</Text>
      <Text size="sm" c="dimmed">
        {t('proof.adoption.about')}
        {contactFrom !== undefined && ` ${t('proof.adoption.noLeastFit', { least: contactFrom })}`}
      </Text>
      {inForce?.score.fitShare !== 100 && <Notice kind="question">{t('proof.adoption.noEngagement')}</Notice>}
      <Spreads found={adoption.data} />
    </div>
  )
}

function Spreads({ found }: { found: Adopted }) {
  const { t } = useTranslation()
  const count = useCount(found)
  const columns = [found.today, found.card]
  const heats = columns.map(each => temperaturesOf(each.totals, each))
  return (
    <Table className={classes.numbers} maw={440} mt="xs">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('proof.adoption.contacts')}</Table.Th>
          <Table.Th ta="right">{t('proof.adoption.today')}</Table.Th>
          <Table.Th ta="right">{t('proof.adoption.card')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {hottestFirst.map(key => (
          <Line
            key={key}
            name={t(`words.temperaturesPlural.${key}`)}
            values={heats.map(heat => count(heat[key]))}
            notes={columns.map(
              each => key !== 'cold' && t('proof.adoption.from', { least: leastOf(each, key) }),
            )}
          />
        ))}
        <Line
          name={t('proof.adoption.best')}
          values={columns.map(each => String(bestOf(each)))}
          notes={columns.map(each => {
            const tied = each.totals[bestOf(each)] ?? 0
            return t('proof.adoption.tied', { count: tied, number: count(tied) })
          })}
        />
      </Table.Tbody>
    </Table>
  )
}

type LineProps = { name: string; values: string[]; notes: (string | false)[] }

function Line({ name, values, notes }: LineProps) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      {values.map((value, place) => (
        <Table.Td key={place} ta="right">
          {value} {notes[place] && <span className={classes.quiet}>{notes[place]}</span>}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}

function useCount(found: Adopted) {
  const format = useFormat()
  const about = found.sampled < found.contacts ? '≈ ' : ''
  return (number: number) => about + format.number(Math.round(scaleOf(found) * number))
}

const leastOf = ({ warmFrom, hotFrom }: Totals, key: TemperatureKey) => (key === 'hot' ? hotFrom : warmFrom)

const bestOf = ({ totals }: Totals) =>
  Math.max(
    0,
    totals.findLastIndex(count => count > 0),
  )
