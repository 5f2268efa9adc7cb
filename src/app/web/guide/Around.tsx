import { Anchor, Title } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, NavLink } from 'react-router'
import { useAccess } from '../../../ui/access.ts'
import { type GuidePageKey, guidePages } from '../../../ui/guideTexts.ts'
import { places } from '../navigation.ts'
import type { Doing as Screen } from './content.ts'
import classes from './guide.module.css'
import { useFrame } from './language.ts'

export function ToGuide() {
  const { title } = useFrame()
  return (
    <Anchor component={Link} to="/guide" size="sm" className={classes.back}>
      <IconArrowLeft size={15} stroke={1.8} aria-hidden />
      {title}
    </Anchor>
  )
}

/** The screens where it is done, of those that the reader may open. */
export function Doing({ doing }: { doing: readonly Screen[] }) {
  const frame = useFrame()
  const { can } = useAccess()
  const open = doing.filter(({ to }) => can(needsOf(to)))
  if (open.length === 0) return null
  return (
    <section aria-labelledby="doing">
      <Title order={2} id="doing">
        {frame.doing}
      </Title>
      <ul className={classes.doing}>
        {open.map(({ to, text, about }) => (
          <li key={to}>
            <Link to={to}>
              <span>
                <strong>{text}</strong>
                {about}
              </span>
              <IconChevronRight size={18} stroke={1.7} aria-hidden />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const needsOf = (to: string) =>
  places.find(({ path }) => path !== '/' && to.startsWith(path))?.needs ?? 'contacts.read'

export function Around({ page }: { page: GuidePageKey }) {
  const frame = useFrame()
  const at = guidePages.indexOf(page)
  return (
    <nav className={classes.around} aria-label={`${frame.previous}, ${frame.next}`}>
      <Neighbour
        page={guidePages[at - 1]}
        label={frame.previous}
        icon={<IconArrowLeft size={16} aria-hidden />}
      />
      <Neighbour
        page={guidePages[at + 1]}
        label={frame.next}
        icon={<IconArrowRight size={16} aria-hidden />}
      />
    </nav>
  )
}

function Neighbour({ page, label, icon }: { page?: GuidePageKey; label: string; icon: ReactNode }) {
  const { t } = useTranslation()
  if (!page) return <span />
  return (
    <Link to={`/guide/${page}`} className={classes.neighbour}>
      <small>
        {icon} {label}
      </small>
      {t(`guide.pages.${page}`)}
    </Link>
  )
}

type Parts = readonly { id: string; title: string }[]

export function Contents({ page, parts }: { page: GuidePageKey; parts: Parts }) {
  const { t } = useTranslation()
  const frame = useFrame()
  return (
    <nav className={classes.contents} aria-label={frame.pages}>
      <ol>
        {guidePages.map(key => (
          <li key={key}>
            <NavLink to={`/guide/${key}`}>{t(`guide.pages.${key}`)}</NavLink>
            {key === page && (
              <ol aria-label={frame.here}>
                {parts.map(({ id, title }) => (
                  <li key={id}>
                    <Link to={`#${id}`}>{title}</Link>
                  </li>
                ))}
              </ol>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
