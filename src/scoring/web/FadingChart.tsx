import { AreaChart } from '@mantine/charts'
import { VisuallyHidden } from '@mantine/core'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { intlLocale } from '../../ui/format.ts'
import { type ShownPoints, totalIn } from './shownPoints.ts'

const step = 10
const steps = 18

/** How the total falls in the next half year if nothing happens. */
export function FadingChart({ points }: { points: ShownPoints }) {
  const { t, i18n } = useTranslation()
  const data = useMemo(() => {
    const month = new Intl.DateTimeFormat(intlLocale(i18n.language), { day: 'numeric', month: 'short' })
    return Array.from({ length: steps + 1 }, (_, place) => ({
      day: month.format(new Date(points.at).getTime() + place * step * 86_400_000),
      total: totalIn(points, place * step),
    }))
  }, [points, i18n.language])
  const last = data.at(-1)
  const falls = (last?.total ?? 0) < points.total.shown
  return (
    <figure style={{ margin: 0 }}>
      <VisuallyHidden component="figcaption">
        {t(falls ? 'points.chart' : 'points.chartLevel', {
          from: points.total.shown,
          to: last?.total ?? 0,
          date: last?.day ?? '',
        })}
      </VisuallyHidden>
      <div aria-hidden>
        <AreaChart
          h={96}
          data={data}
          dataKey="day"
          series={[{ name: 'total', label: t('words.score.title'), color: 'var(--engagement-fill)' }]}
          yAxisProps={{ domain: [0, 100] }}
          xAxisProps={{ interval: 5, tickMargin: 4, padding: { left: 14, right: 34 } }}
          withYAxis={false}
          withDots={false}
          withGradient={false}
          fillOpacity={0.18}
          strokeWidth={1.5}
          curveType="monotone"
          gridAxis="y"
          areaChartProps={{ accessibilityLayer: false }}
          areaProps={{ isAnimationActive: false }}
        />
      </div>
    </figure>
  )
}
