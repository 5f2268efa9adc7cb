import { BarChart } from '@mantine/charts'
import { Table, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Decile } from '../../../proof/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import classes from './proof.module.css'

/** Each tenth of the contacts, as bars and as numbers. */
export function Tenths({ deciles }: { deciles: Decile[] }) {
  const { t } = useTranslation()
  const format = useFormat()
  const data = deciles.map(({ share }, place) => ({
    tenth: String(place + 1),
    share: Math.round(1000 * share) / 10,
  }))
  const ends = {
    first: format.percent(deciles[0]?.share ?? 0),
    last: format.percent(deciles.at(-1)?.share ?? 0),
  }
  return (
    <figure className={classes.figure}>
      <VisuallyHidden component="figcaption">{t('proof.tenths.chart', ends)}</VisuallyHidden>
      <div aria-hidden>
        <BarChart
          h={170}
          data={data}
          dataKey="tenth"
          unit=" %"
          yAxisProps={{ interval: 0 }}
          series={[{ name: 'share', label: t('proof.tenths.share'), color: 'var(--engagement-fill)' }]}
          gridAxis="y"
          tickLine="none"
          barChartProps={{ accessibilityLayer: false }}
          barProps={{ isAnimationActive: false, radius: 3 }}
        />
      </div>
      <Table.ScrollContainer minWidth={320}>
        <Table className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('proof.tenths.tenth')}</Table.Th>
              <Table.Th ta="right">{t('proof.tenths.scores')}</Table.Th>
              <Table.Th ta="right">{t('proof.tenths.people')}</Table.Th>
              <Table.Th ta="right">{t('proof.tenths.share')}</Table.Th>
              <Table.Th ta="right">{t('proof.tenths.lift')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {deciles.map((decile, place) => (
              <Table.Tr key={place}>
                <Table.Td>{place + 1}</Table.Td>
                <Table.Td ta="right">
                  {format.number(decile.from)}–{format.number(decile.to)}
                </Table.Td>
                <Table.Td ta="right">{format.number(decile.people)}</Table.Td>
                <Table.Td ta="right">{format.percent(decile.share)}</Table.Td>
                <Table.Td ta="right">{format.number(Math.round(10 * decile.lift) / 10)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </figure>
  )
}
