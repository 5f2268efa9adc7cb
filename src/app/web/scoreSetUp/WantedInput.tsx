import { MultiSelect, Text } from '@mantine/core'
import { use, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCountries } from '../../../contacts/web/parts.tsx'
import { AmountInput } from '../../../ui/AmountInput.tsx'
import { currencySign, RegionContext } from '../../../ui/format.ts'
import { WordsInput } from '../../../ui/WordsInput.tsx'
import { type Aspect, amounts, type Wanted } from './aspects.ts'
import type { Side } from './ideal.ts'
import classes from './scoreSetUp.module.css'

type Props = { side: Side; aspect: Aspect; wanted: Wanted; onChange: (wanted: Wanted) => void }

/** What is wanted of an aspect, in the input that fits it. */
export function WantedInput(props: Props) {
  if (props.aspect === 'place') return <Countries {...props} />
  if (props.aspect === 'size') return <Range {...props} />
  return amounts.includes(props.aspect) ? <Limit {...props} /> : <Words {...props} />
}

type OfWords = Exclude<Aspect, 'size' | 'revenue' | 'spending'>

function Words({ aspect, wanted, onChange }: Props) {
  const { t } = useTranslation()
  const usual = aspect === 'sector' ? t('entry.setUp.buyers.sectorsUsual').split(', ') : []
  return (
    <WordsInput
      size="xs"
      aria-label={t(`scoreSetUp.aspects.${aspect}`)}
      placeholder={wanted.words?.length ? undefined : t(`scoreSetUp.wanted.${aspect as OfWords}`)}
      data={usual}
      maxTags={50}
      description={aspect === 'decides' && t('scoreSetUp.wanted.decidesAbout')}
      inputWrapperOrder={['input', 'description']}
      value={wanted.words ?? []}
      onChange={words => onChange({ words })}
    />
  )
}

function Countries({ wanted, onChange }: Props) {
  const { t } = useTranslation()
  return (
    <MultiSelect
      size="xs"
      aria-label={t('scoreSetUp.aspects.place')}
      placeholder={wanted.words?.length ? undefined : t('scoreSetUp.wanted.place')}
      data={useCountries()}
      searchable
      hidePickedOptions
      limit={60}
      value={wanted.words ?? []}
      onChange={words => onChange({ words })}
    />
  )
}

function Range({ wanted: { from, to }, onChange }: Props) {
  const { t } = useTranslation()
  const isCrossed = from !== undefined && to !== undefined && from > to
  return (
    <div className={classes.range}>
      <Beside>{t('scoreSetUp.wanted.from')}</Beside>
      <Amount
        label={t('scoreSetUp.wanted.sizeFrom')}
        value={from}
        onChange={from => onChange({ from, to })}
      />
      <Beside>{t('scoreSetUp.wanted.to')}</Beside>
      <Amount
        label={t('scoreSetUp.wanted.sizeTo')}
        value={to}
        error={isCrossed && t('scoreSetUp.wanted.crossed')}
        onChange={to => onChange({ from, to })}
      />
      <Beside>{t('scoreSetUp.wanted.employees')}</Beside>
    </div>
  )
}

/** What a box means, said beside it; the box says it all to who cannot see. */
const Beside = ({ children }: { children: string }) => (
  <Text span size="xs" c="dimmed" aria-hidden>
    {children}
  </Text>
)

/** Who is wanted has at least so much; who is not, at most. */
function Limit({ side, aspect, wanted, onChange }: Props) {
  const { t, i18n } = useTranslation()
  const end = side === 'anti' ? 'to' : 'from'
  const label = t(`scoreSetUp.wanted.${aspect as 'revenue' | 'spending'}.${end}`)
  const { currency } = use(RegionContext)
  return (
    <div className={classes.range}>
      <Beside>{t(`scoreSetUp.wanted.${end}`)}</Beside>
      <Amount label={label} value={wanted[end]} onChange={value => onChange({ [end]: value })} />
      <Beside>{currencySign(currency, i18n.language)}</Beside>
    </div>
  )
}

type AmountProps = {
  label: string
  value?: number
  error?: string | false
  onChange: (amount?: number) => void
}

/** Written once it is left: half a number is no change. */
function Amount({ label, value, error, onChange }: AmountProps) {
  const [typed, setTyped] = useState<number | null>()
  const shown = typed === undefined ? (value ?? null) : typed
  const leave = () => {
    if (typed === undefined || Number.isNaN(typed)) return
    setTyped(undefined)
    const amount = typed === null || typed < 0 ? undefined : typed
    if (amount !== value) onChange(amount)
  }
  return (
    <AmountInput
      size="xs"
      flex={1}
      aria-label={label}
      error={error}
      value={shown}
      onChange={setTyped}
      onBlur={leave}
      onKeyDown={event => event.key === 'Enter' && leave()}
    />
  )
}
