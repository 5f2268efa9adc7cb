import { Text, Title } from '@mantine/core'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useParams } from 'react-router'
import { type GuidePageKey, guidePages } from '../../../ui/guideTexts.ts'
import { Page } from '../../../ui/Page.tsx'
import { NotFound } from '../NotFound.tsx'
import { Around, Contents, Doing, ToGuide } from './Around.tsx'
import { Blocks } from './Blocks.tsx'
import { Dictionary } from './Dictionary.tsx'
import classes from './guide.module.css'
import { useFrame, useLocale } from './language.ts'
import { pages } from './pages.ts'

/** One page of the guide; `#caps` goes to that part of it. */
export function GuidePage() {
  const { page } = useParams()
  const key = guidePages.find(each => each === page)
  useJump()
  if (!key) return <NotFound />
  return key === 'words' ? <WordsPage /> : <Article key={key} page={key} />
}

/** The page comes after its address: jumps when it is there. */
function useJump() {
  const { hash } = useLocation()
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [hash])
}

function Article({ page }: { page: GuidePageKey }) {
  const { parts } = pages[page][useLocale()]
  return (
    <Sheet page={page} parts={parts}>
      {parts.map(({ id, title, blocks }) => (
        <section key={id} aria-labelledby={id}>
          <Title order={2} id={id}>
            {title}
          </Title>
          <Blocks blocks={blocks} />
        </section>
      ))}
    </Sheet>
  )
}

function WordsPage() {
  const { words } = useFrame()
  const parts = [
    { id: 'ours', title: words.ours },
    { id: 'theirs', title: words.theirs },
  ]
  return (
    <Sheet page="words" parts={parts}>
      <Dictionary />
    </Sheet>
  )
}

type SheetProps = {
  page: GuidePageKey
  parts: readonly { id: string; title: string }[]
  children: ReactNode
}

/** What every page has: where one comes from, what it is about, what it says, where it is done, what comes next. */
function Sheet({ page, parts, children }: SheetProps) {
  const { t } = useTranslation()
  const { lead, doing } = pages[page][useLocale()]
  return (
    <div className={classes.guide}>
      <Page title={t(`guide.pages.${page}`)} back={<ToGuide />}>
        <div className={classes.columns}>
          <article className={classes.text}>
            <Text className={classes.lead}>{lead}</Text>
            {children}
            <Doing doing={doing} />
            <Around page={page} />
          </article>
          <Contents page={page} parts={parts} />
        </div>
      </Page>
    </div>
  )
}
