import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { guidePages } from '../../../ui/guideTexts.ts'
import { Page, Section } from '../../../ui/Page.tsx'
import classes from './guide.module.css'
import { useFrame } from './language.ts'

const starts = ['who-is-who', 'two-steps', 'points', 'words'] as const

/** The guide: where to start, and every page with what it says. */
export function GuideIndexPage() {
  const { t } = useTranslation()
  const frame = useFrame()
  return (
    <div className={classes.guide}>
      <Page title={frame.title} about={frame.about}>
        <Section title={frame.starts}>
          <ul className={classes.starts}>
            {starts.map(page => (
              <li key={page}>
                <Link to={`/guide/${page}`}>
                  <small>{frame.startsAt[page]}</small>
                  {t(`guide.pages.${page}`)}
                </Link>
              </li>
            ))}
          </ul>
        </Section>
        <Section title={frame.pages}>
          <ol className={classes.doing}>
            {guidePages.map(page => (
              <li key={page}>
                <Link to={`/guide/${page}`}>
                  <span>
                    <strong>{t(`guide.pages.${page}`)}</strong>
                    {frame.summaries[page]}
                  </span>
                  <IconChevronRight size={18} stroke={1.7} aria-hidden />
                </Link>
              </li>
            ))}
          </ol>
        </Section>
      </Page>
    </div>
  )
}
