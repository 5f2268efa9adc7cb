import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { Kind } from '../../../contacts/fields.ts'
import classes from './lists.module.css'
import { ViewsMenu } from './ViewsMenu.tsx'
import type { View } from './view.ts'
import { keptIn, useShownView, useToWorkOn, useViews } from './views.ts'

type Props = { kind: Kind; view: View; isUsual: boolean; onChange: (view: Partial<View>) => void }

/** Everybody, those to work on and the views that were kept, each one click away. */
export function ViewTabs({ kind, view, isUsual, onChange }: Props) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { views } = useViews(kind)
  const toWorkOn = useToWorkOn()
  const shown = useShownView(kind, view)?.key
  return (
    <div className={classes.views}>
      <nav className={classes.tabs} aria-label={t('lists.views.title')}>
        <Tab
          name={t(`lists.${kind}.everybody`)}
          isShown={!shown && isUsual}
          onOpen={() => void navigate({ search: '' })}
        />
        {toWorkOn && (
          <Tab
            name={t('lists.views.toWorkOn')}
            isShown={shown === 'toWorkOn'}
            onOpen={() => onChange({ text: '', saved: undefined, ...toWorkOn })}
          />
        )}
        {views.map(each => (
          <Tab
            key={each.id}
            name={each.name}
            isShown={shown === each.id}
            onOpen={() => onChange(keptIn(each, kind))}
          />
        ))}
      </nav>
      <ViewsMenu kind={kind} view={view} onChange={onChange} />
    </div>
  )
}

type TabProps = { name: string; isShown: boolean; onOpen: () => void }

const Tab = ({ name, isShown, onOpen }: TabProps) => (
  <UnstyledButton className={classes.tab} aria-current={isShown || undefined} onClick={onOpen}>
    {name}
  </UnstyledButton>
)
