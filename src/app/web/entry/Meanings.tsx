import { useTranslation } from 'react-i18next'
import { OptionList } from '../../../ui/OptionList.tsx'

type Answers = { prospectNeeds: 'click' | 'conversation'; contactMeans: 'everyone' | 'not_customers' }

type Props = {
  answers: Answers
  onChange: (change: Partial<Answers>) => void
  /** What follows from the answer about prospects. */
  about: string
}

/** The two questions that the ready-made definitions follow from. */
export function Meanings({ answers, onChange, about }: Props) {
  const { t } = useTranslation()
  const option = <Value extends string>(group: 'prospect' | 'contact', value: Value, key: 'a' | 'b') => ({
    value,
    title: t(`entry.setUp.${group}.${key}`),
    about: t(`entry.setUp.${group}.${key}About`),
  })
  return (
    <>
      <OptionList
        label={t('entry.setUp.prospect.label')}
        description={about}
        options={[option('prospect', 'click', 'a'), option('prospect', 'conversation', 'b')]}
        value={answers.prospectNeeds}
        onChange={prospectNeeds => onChange({ prospectNeeds })}
      />
      <OptionList
        label={t('entry.setUp.contact.label')}
        options={[option('contact', 'everyone', 'a'), option('contact', 'not_customers', 'b')]}
        value={answers.contactMeans}
        onChange={contactMeans => onChange({ contactMeans })}
      />
    </>
  )
}
