import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  type OwnWords,
  ownWord,
  type Word,
  type WordKind,
  wordKeys,
  wordKinds,
} from '../../../lifecycle/ownWords.ts'
import { alike } from '../../../platform/alike.ts'
import type { Locale } from '../../../platform/texts.ts'
import { Section } from '../../../ui/Page.tsx'
import { inBoth } from '../inBoth.ts'
import { usualWord } from '../ownWords.ts'
import { changeWord } from './changing.ts'
import classes from './definitions.module.css'
import { Flaws } from './Flaws.tsx'
import { useEditing } from './useDraft.ts'

type Props = { words?: OwnWords; canEdit: boolean }

/** What the workspace calls roles, temperatures and verdicts. */
export function WordsDefinition({ words, canEdit }: Props) {
  const { t } = useTranslation()
  return (
    <div id="words">
      <Section title={t('ownWords.title')} about={t('ownWords.about')}>
        {!canEdit && <Said words={words} />}
        {canEdit &&
          wordKinds.map(kind => (
            <fieldset key={kind} className={classes.words}>
              <legend>{t(`ownWords.kinds.${kind}`)}</legend>
              {wordKeys[kind].map(key => (
                <OneWord key={key} kind={kind} name={key} words={words} />
              ))}
            </fieldset>
          ))}
        <Flaws of={({ path }) => path[1] === 'words'} />
      </Section>
    </div>
  )
}

/** Only what is called otherwise than everybody calls it. */
function Said({ words }: { words?: OwnWords }) {
  const { t } = useTranslation()
  const locale = useLocale()
  const own = wordKinds.flatMap(kind =>
    wordKeys[kind].flatMap(key => {
      const word = ownWord(words, kind, key)?.[locale]
      return word ? [{ kind, key, word }] : []
    }),
  )
  if (own.length === 0) return <Text c="dimmed">{t('ownWords.usual')}</Text>
  return (
    <dl className={classes.said}>
      {own.map(({ kind, key, word }) => (
        <div key={`${kind} ${key}`}>
          <dt>{usualWord(locale, kind, key)}</dt>
          <dd>{word}</dd>
        </div>
      ))}
    </dl>
  )
}

type WordProps = { kind: WordKind; name: string; words?: OwnWords }

function OneWord({ kind, name, words }: WordProps) {
  const { t } = useTranslation()
  const { edit } = useEditing()
  const locale = useLocale()
  const other = locale === 'es' ? 'en' : 'es'
  const own = ownWord(words, kind, name)
  const [typed, setWritten] = useState(blank)
  // What was undone, or written by somebody else, is not what was typed here.
  const written = alike(keptOf(typed), own) ? typed : { ...blank, ...own }
  const usual = usualWord(locale, kind, name)
  const write = (language: Locale, text: string) => {
    const next = { ...written, [language]: text }
    setWritten(next)
    edit(changeWord(kind, name, keptOf(next)))
  }
  return (
    <div className={classes.word}>
      <span>{usual}</span>
      {([locale, other] as const).map(language => (
        <TextInput
          key={language}
          size="xs"
          aria-label={t(`ownWords.${language}`, { word: usual })}
          placeholder={written[locale] || usualWord(language, kind, name)}
          maxLength={80}
          value={written[language]}
          onChange={event => write(language, event.currentTarget.value)}
          error={isCalledAlready(words, kind, name, language) && t('ownWords.same')}
        />
      ))}
    </div>
  )
}

const blank = { es: '', en: '' }

/** Each language falls back to the other; nothing in either is the dictionary's word. */
function keptOf(written: Word): Word | undefined {
  const both = inBoth(written)
  return both.es ? both : undefined
}

/** Whether another of the kind is called what this one is. */
function isCalledAlready(words: OwnWords | undefined, kind: WordKind, key: string, locale: Locale): boolean {
  const called = (name: string) =>
    (ownWord(words, kind, name)?.[locale] ?? usualWord(locale, kind, name)).toLowerCase()
  return (
    ownWord(words, kind, key) !== undefined &&
    wordKeys[kind].some(other => other !== key && called(other) === called(key))
  )
}

function useLocale(): Locale {
  return useTranslation().i18n.language === 'en' ? 'en' : 'es'
}
