import { useScrollSpy } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import classes from './pages.module.css'

/** A part of a page: the id of its element, and its name. */
export type PagePart = { id: string; name: string; isWithin?: boolean }

/** The parts of a long page, each a click away, beside it where there is room. */
export function OnThisPage({ parts }: { parts: PagePart[] }) {
  const { search } = useLocation()
  const selector = parts.map(({ id }) => `#${CSS.escape(id)}`).join()
  return <Present key={`${search} ${selector}`} parts={parts} selector={selector} />
}

function Present({ parts, selector }: { parts: PagePart[]; selector: string }) {
  const { t } = useTranslation()
  const { search } = useLocation()
  const partOf = new Map(parts.map(part => [part.id, part]))
  const { active, data } = useScrollSpy({ selector, getDepth: () => 1, offset: 120 })
  return (
    <nav className={classes.parts} aria-label={t('ui.onThisPage')}>
      {data.map(({ id }, place) => (
        <Link
          key={id}
          to={{ search, hash: id }}
          replace
          data-within={partOf.get(id)?.isWithin}
          aria-current={place === active ? 'location' : undefined}
        >
          {partOf.get(id)?.name}
        </Link>
      ))}
    </nav>
  )
}
