import { Select, Text, TextInput, Title } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { useStageName } from '../../../ui/stageWords.ts'
import { oursFound, theirsFound } from './finding.ts'
import classes from './guide.module.css'
import { filled, useFrame, useLocale } from './language.ts'
import { peopleWordsTexts } from './peopleWordsTexts.ts'
import { theirWordsTexts } from './theirWordsTexts.ts'
import { type OurWord, type System, systemKeys, systems, type TheirWord } from './words.ts'
import { workWordsTexts } from './workWordsTexts.ts'

/** Our words beside those of other systems, and the words that mislead. What is looked for is in the address. */
export function Dictionary() {
  const frame = useFrame()
  const asked = useAsked()
  const { ours, theirs } = useWords(asked)
  const found = ours.length + theirs.length
  return (
    <>
      <SearchFields {...asked} />
      <Text size="sm" c="dimmed" role="status">
        {found > 0
          ? filled(frame.words.found, { count: found })
          : filled(frame.words.nothing, { query: asked.query })}
      </Text>
      {ours.length > 0 && (
        <section aria-labelledby="ours">
          <Title order={2} id="ours">
            {frame.words.ours}
          </Title>
          {ours.map(word => (
            <Ours key={word.word} word={word} system={asked.system} />
          ))}
        </section>
      )}
      {theirs.length > 0 && (
        <section aria-labelledby="theirs">
          <Title order={2} id="theirs">
            {frame.words.theirs}
          </Title>
          <p>{frame.words.theirsAbout}</p>
          {theirs.map(word => (
            <Theirs key={word.word} word={word} />
          ))}
        </section>
      )}
    </>
  )
}

type Asked = { query: string; system?: System; change: (part: Record<string, string>) => void }

function useAsked(): Asked {
  const [params, setParams] = useSearchParams()
  return {
    query: params.get('q') ?? '',
    system: systemKeys.find(key => key === params.get('from')),
    change: part =>
      setParams(
        before => Object.entries({ ...Object.fromEntries(before), ...part }).filter(([, value]) => value),
        { replace: true, preventScrollReset: true },
      ),
  }
}

function useWords(asked: Asked) {
  const locale = useLocale()
  const nameOf = useStageName()
  const known = { ...peopleWordsTexts[locale], ...workWordsTexts[locale] }
  // The workspace may call its stages otherwise: its words come first.
  const ours = Object.values(known).map(word => ({
    ...word,
    word: word.ofStage ? nameOf(word.ofStage) : word.word,
  }))
  return {
    ours: oursFound(ours, asked),
    theirs: theirsFound(Object.values(theirWordsTexts[locale]), asked),
  }
}

function SearchFields({ query, system, change }: Asked) {
  const { words } = useFrame()
  return (
    <search className={classes.search}>
      <TextInput
        label={words.search}
        type="search"
        leftSection={<IconSearch size={16} stroke={1.7} aria-hidden />}
        value={query}
        onChange={event => change({ q: event.currentTarget.value })}
      />
      <Select
        label={words.system}
        placeholder={words.all}
        clearable
        data={systemKeys.map(key => ({ value: key, label: systems[key] }))}
        value={system ?? null}
        onChange={key => change({ from: key ?? '' })}
      />
    </search>
  )
}

function Ours({ word: { word, about, says, careful }, system }: { word: OurWord; system?: System }) {
  const { words } = useFrame()
  return (
    <div className={classes.word}>
      <Title order={3}>{word}</Title>
      <p>{about}</p>
      <dl>
        {systemKeys
          .filter(key => says[key] && (!system || key === system))
          .map(key => (
            <div key={key}>
              <dt>{systems[key]}</dt>
              <dd>{says[key]}</dd>
            </div>
          ))}
      </dl>
      {careful && (
        <Text size="sm">
          <strong>{words.careful}</strong> {careful}
        </Text>
      )}
    </div>
  )
}

function Theirs({ word: { word, about, becomes, systems: of } }: { word: TheirWord }) {
  return (
    <div className={classes.word}>
      <Title order={3}>{word}</Title>
      <Text size="sm" c="dimmed">
        {of.map(key => systems[key]).join(' · ')}
      </Text>
      <p>{about}</p>
      <p className={classes.becomes}>{becomes}</p>
    </div>
  )
}
