import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useFormat } from '../../../ui/format.ts'
import { type TemperatureKey, temperatureColour, temperatureIcons } from '../../../ui/stages.ts'
import { contactsWhere } from '../contactsWhere.ts'
import { useFunnelInput } from '../funnelInView.ts'
import classes from './funnel.module.css'

const hottestFirst: TemperatureKey[] = ['hot', 'warm', 'cold']

export function Temperatures({ counts }: { counts: Record<TemperatureKey, number> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const funnel = useFunnelInput()
  const all = counts.hot + counts.warm + counts.cold || 1
  return (
    <div>
      <div className={classes.heat} aria-hidden>
        {hottestFirst.map(key => (
          <span
            key={key}
            style={{ flexGrow: counts[key] / all, background: temperatureColour(key, 'fill') }}
          />
        ))}
      </div>
      <ul className={classes.heatList}>
        {hottestFirst.map(key => {
          const Icon = temperatureIcons[key]
          return (
            <li key={key}>
              <Link
                to={contactsWhere({ is: 'temperature', anyOf: [key], ...funnel })}
                className={classes.heatRow}
              >
                <Icon aria-hidden size={17} stroke={1.9} color={temperatureColour(key, 'ink')} />
                <span>{t(`words.temperaturesPlural.${key}`)}</span>
                <strong>{format.number(counts[key])}</strong>
                <span className={classes.quiet}>{format.percent(counts[key] / all)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
