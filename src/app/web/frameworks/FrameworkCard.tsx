import { Badge, Button, Group, Menu, Paper, Text, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFieldTexts } from '../../../contacts/web/parts.tsx'
import { alike } from '../../../platform/alike.ts'
import {
  type Framework,
  FrameworkQuestions,
  HowManyQualify,
  useFrameworkRule,
} from '../../../qualification/web/parts.tsx'
import { useAnyText } from '../../../ui/anyText.ts'
import { useCatalogue } from '../lists/source.ts'
import { copyOf, draftOf, type FrameworkDraft } from './frameworkDraft.ts'
import classes from './frameworks.module.css'
import {
  type Library,
  plannedIn,
  type Use,
  useFrameworkActs,
  useFrameworkName,
  useWordedItems,
} from './useFrameworks.ts'

type Props = { framework: Framework; library: Library; onDraft?: (draft: FrameworkDraft) => void }

/** A framework to be read: whom it qualifies, what it asks; and, for those who may, used, copied, changed or removed. */
export function FrameworkCard({ framework, library, onDraft }: Props) {
  const { t } = useTranslation()
  const text = useAnyText()
  const nameOf = useFrameworkName()
  const rule = useFrameworkRule(framework)
  const [isOpen, setOpen] = useState(false)
  const { isUsed, isDrafted, isNewer } = stateOf(framework, library)
  const about = text(`qualification.frameworks.${framework.key}.about`, { defaultValue: '' })
  return (
    <Paper component="article" p="md" aria-label={nameOf(framework)}>
      <Group gap="xs">
        <Title order={3}>{nameOf(framework)}</Title>
        {isUsed && <Badge>{t('frameworks.used')}</Badge>}
        {isDrafted && <Badge variant="outline">{t('frameworks.inDraft')}</Badge>}
      </Group>
      {about && <Text size="sm">{about}</Text>}
      <Text size="sm" c="dimmed">
        {rule}
      </Text>
      {isNewer && <Text size="sm">{t('frameworks.newer')}</Text>}
      <details className={classes.questions} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>{t('frameworks.questions')}</summary>
        {isOpen && <Questions framework={framework} />}
      </details>
      {onDraft && <Acts framework={framework} library={library} onDraft={onDraft} />}
    </Paper>
  )
}

/** Whether funnels qualify by it, or will once their drafts are published; and whether they do by an older wording that no draft changes. */
function stateOf(framework: Framework, { uses }: Library) {
  const isIt = ({ key }: Framework) => key === framework.key
  return {
    isUsed: uses.some(use => isIt(use.framework)),
    isDrafted: uses.some(({ drafted }) => drafted && isIt(drafted)),
    isNewer: uses.some(use => isIt(plannedIn(use)) && !alike(plannedIn(use), framework)),
  }
}

function Questions({ framework }: { framework: Framework }) {
  const { fields, members } = useCatalogue()
  const texts = useFieldTexts(members)
  const fieldName = (key: string) => {
    const field = fields.find(each => each.key === key)
    return field && texts.label(field)
  }
  return (
    <>
      <FrameworkQuestions framework={framework} fieldName={fieldName} />
      <HowManyQualify framework={framework} />
    </>
  )
}

function Acts({ framework, library, onDraft }: Required<Props>) {
  const { t } = useTranslation()
  const acts = useFrameworkActs()
  const nameOf = useFrameworkName()
  const items = useWordedItems(framework)
  const own = library.own.find(each => each.framework.key === framework.key)
  const others = library.uses.filter(use => !alike(plannedIn(use), framework))
  const { isUsed, isDrafted } = stateOf(framework, library)
  const name = nameOf(framework)
  const button = { size: 'compact-sm', variant: 'default' } as const
  return (
    <Group gap="xs" mt="sm">
      {others.length > 0 && <UseIn framework={framework} library={library} others={others} />}
      {own && (
        <Button
          {...button}
          aria-label={`${t('frameworks.edit')}: ${name}`}
          onClick={() => onDraft(draftOf(own, items))}
        >
          {t('frameworks.edit')}
        </Button>
      )}
      <Button
        {...button}
        aria-label={`${t('frameworks.copy')}: ${name}`}
        onClick={() => onDraft(copyOf(framework, items, t('frameworks.copyOf', { name })))}
      >
        {t('frameworks.copy')}
      </Button>
      {own && !isUsed && !isDrafted && (
        <Button
          {...button}
          variant="subtle"
          color="gray"
          aria-label={`${t('frameworks.remove')}: ${name}`}
          onClick={() => void acts.forget(own).catch(() => {})}
        >
          {t('frameworks.remove')}
        </Button>
      )}
    </Group>
  )
}

type UseInProps = { framework: Framework; library: Library; others: Use[] }

/** Puts it into the draft; where there are several funnels, of one of those that use another. */
function UseIn({ framework, library, others }: UseInProps) {
  const { t } = useTranslation()
  const acts = useFrameworkActs()
  const name = useFrameworkName()(framework)
  const put = (use: Use | undefined) => void (use && acts.use(use, framework).catch(() => {}))
  const button = { size: 'compact-sm', variant: 'default' } as const
  if (library.uses.length === 1)
    return (
      <Button {...button} aria-label={`${t('frameworks.use')}: ${name}`} onClick={() => put(others[0])}>
        {t('frameworks.use')}
      </Button>
    )
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button {...button} aria-label={`${t('frameworks.useIn')}: ${name}`}>
          {t('frameworks.useIn')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {others.map(use => (
          <Menu.Item key={use.funnel} onClick={() => put(use)}>
            {use.name || t('funnels.main')}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
