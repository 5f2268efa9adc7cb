import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Calibration } from '../../../proof/contract.ts'
import { useFormat } from '../../../ui/format.ts'
import classes from './proof.module.css'

/** Beside each other, for ten bands of scores: what was to be expected, and what came. */
export function Calibrated({ calibration: { bands, brier, usual } }: { calibration: Calibration }) {
  const { t } = useTranslation()
  const format = useFormat()
  const ofHundred = (error: number) => format.number(Math.round(1000 * error) / 10)
  return (
    <>
      <Table.ScrollContainer minWidth={300}>
        <Table className={classes.numbers}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t('proof.calibration.expected')}</Table.Th>
              <Table.Th ta="right">{t('proof.calibration.seen')}</Table.Th>
              <Table.Th className={classes.track} aria-hidden />
              <Table.Th ta="right">{t('proof.calibration.people')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {bands.map(({ expected, seen, people }, place) => (
              <Table.Tr key={place}>
                <Table.Td ta="right">{format.percent(expected)}</Table.Td>
                <Table.Td ta="right">{format.percent(seen)}</Table.Td>
                <Table.Td className={classes.track} aria-hidden>
                  <div className={classes.pair}>
                    <span style={{ inlineSize: `${100 * expected}%` }} data-expected />
                    <span style={{ inlineSize: `${100 * seen}%` }} />
                  </div>
                </Table.Td>
                <Table.Td ta="right">{format.number(people)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Text size="sm" c="dimmed">
        {t('proof.calibration.brier', { brier: ofHundred(brier), usual: ofHundred(usual) })}{' '}
        {brier >= usual && t('proof.calibration.poor')}
      </Text>
    </>
  )
}
